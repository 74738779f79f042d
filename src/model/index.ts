export type { Attachment } from './attachment.ts'
export { addsUp, hasTotal, holeAsk, isGap, isNumeric, mostCharacters, ownKey, valueInRow } from './cells.ts'
export {
  type Change,
  type ChangePlace,
  type ComparedEdition,
  type Comparison,
  type EntityKind,
  type Impact,
  impacts,
  type LikelyRename,
  type WordChange,
} from './changes.ts'
export { type CheckId, checks } from './checks.ts'
export { cellUnit, countsInSum, leafColumns, leafRows, printedLeaves } from './columns.ts'
export { counterparts, isSameForm, noteCounterparts, type TreeNode, treeOf } from './counterparts.ts'
export type * from './definition.ts'
export { type Form, type PrintedNote, runsOf, type Stretch } from './form.ts'
export { type FormatLimits, sheetIndent } from './format-limits.ts'
export type * from './grid.ts'
export { checkedItems, GridError, gridDocument } from './grid-document.ts'
export { countingPages } from './printed-pages.ts'
export type { Revision, Run, Runs } from './runs.ts'
export { joinRuns, paragraphsOf, plain, plainText, withoutNotes } from './runs.ts'
export { newerList, newerStandard, standardPattern } from './standards.ts'
export * from './style.ts'
export { typeOfUnit, type Unit, vocabulary } from './units.ts'
export type * from './values.ts'
export type { Writable } from './writable.ts'
