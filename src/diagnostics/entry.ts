/** An error leaves no documents; a finding is for a person to check, the documents are made. */
export type Severity = 'error' | 'finding' | 'warning' | 'info'
export type Locale = 'zh' | 'en'

interface Text {
  /** What is wrong; `{name}` is filled in. */
  readonly what: string
  /** What to do. */
  readonly remedy: string
}

/** What the program says of one kind of mistake. */
export interface Entry {
  readonly severity: Severity
  readonly zh: Text
  readonly en: Text
}
