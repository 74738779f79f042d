export { type Located, type LocatedEntry, type LocatedList, type LocatedMap, type LocatedScalar, readSource } from '../define/source.ts'
