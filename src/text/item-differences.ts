import type { GridItem } from '../model/index.ts'
import { type Difference, differencesInGroups } from './differences.ts'

/** What an item is in both documents. */
export const itemKey = ({ kind, id }: GridItem): string => `${kind} ${id}`

/** The items of two documents held against each other, each part kept together: `part`, `part:title`, `part.notes.x`. */
export const itemDifferences = (old: readonly GridItem[], now: readonly GridItem[]): Difference<GridItem>[] =>
  differencesInGroups(old, now, itemKey, ({ id }) => id.split(/[.:]/, 1)[0] as string)
