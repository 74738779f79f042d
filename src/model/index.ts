export type { Attachment } from './attachment.ts'
export {
  addsUp,
  addsUp,
  hasTotal,
  hasTotal,
  holeAsk,
  holeAsk,
  isGap,
  isGap,
  isNumeric,
  mostCharacters,
  mostCharacters,
  valueInRow,
  valueInRow,
} from './cells.ts'
export { cellUnit, countsInSum, leafColumns, leafRows } from './columns.ts'
export { counterparts, noteCounterparts, type TreeNode, treeOf } from './counterparts.ts'
export type * from './definition.ts'
export { type Form, type PrintedNote, runsOf, type Stretch } from './form.ts'
export type * from './grid.ts'
export { checkedItems, GridError, gridDocument } from './grid-document.ts'
export type { Run, Runs } from './runs.ts'
export { joinRuns, paragraphsOf, plain, plainText } from './runs.ts'
export type * from './style.ts'
export { typeOfUnit, type Unit, vocabulary } from './units.ts'
export type * from './values.ts'
