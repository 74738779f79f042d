export { checkText, type MissingGlyphs } from './characters.ts'
export {
  bare,
  type Located,
  type LocatedEntry,
  type LocatedList,
  type LocatedMap,
  type LocatedScalar,
  readSource,
} from './source.ts'
export { stretchOf } from './stretch.ts'
