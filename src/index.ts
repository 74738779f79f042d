/** biaoshi as a library: the same stages as the command line, typed. Nothing global, no network, no clock. */
export { type CompareRequest, compare, comparedGrids, diff, makeRedline } from './comparison.ts'
export {
  type Code,
  type Diagnostic,
  formatDiagnostics,
  type Locale,
  type Severity,
  type Span,
} from './diagnostics/index.ts'
export { type Fonts, openFonts } from './fonts/index.ts'
export { type MigrateOutcome, type MigrateRequest, migrateData } from './migration.ts'
export type * from './model/index.ts'
export {
  type Blank,
  type BlankRequest,
  dataSchema,
  type Files,
  type FillRequest,
  type Format,
  type FormRequest,
  filledGrid,
  formats,
  grid,
  jsonSchema,
  listForms,
  loadForm,
  makeBlank,
  makeFilled,
  newEdition,
  newForm,
  type Outcome,
  skeleton,
  UnknownFormatError,
} from './pipeline.ts'
export { comparisonHtml, comparisonJson, comparisonMarkdown, comparisonText, picture } from './report/index.ts'
