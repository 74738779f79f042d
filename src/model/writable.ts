/**
 * A value while it is made. What there is of by the hundred thousand is made member by member: a copy by spread takes
 * many times as long.
 */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
