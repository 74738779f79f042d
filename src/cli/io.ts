import type { Diagnostic, Locale, Sources } from '../diagnostics/index.ts'
import type { Files } from '../pipeline.ts'
import type { Crew, FillJob } from './crew.ts'
import type { Output } from './outputs.ts'
import type { Progress } from './progress.ts'

/** What a run knows of the world: the terminal, the environment and the disk come in here and nowhere else. */
export interface Io {
  /** Writes to standard output and standard error. */
  out(text: string): void
  err(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** BCP 47; what the system speaks, where the environment does not say. */
  readonly systemLocale: string
  /** Columns of the terminal; absent where the output is no terminal. */
  readonly columns?: number
  /** Whether standard error takes ANSI colours. */
  readonly colour: boolean
  /** The same of standard output. */
  readonly outColour: boolean
  readonly version: string
  /** Folder of the shipped definitions. */
  readonly definitions: string
  /** Folder of the shipped templates of pages. */
  readonly templates: string
  readonly files: Files
  pipeline(): Promise<Pipeline>
  comparison(): Promise<Pick<typeof import('../comparison.ts'), 'compare' | 'comparedGrids' | 'makeRedline'>>
  migration(): Promise<Pick<typeof import('../migration.ts'), 'migrateData'>>
  /** Writes all of them or none. */
  publish(outputs: readonly Output[]): void
  /** Threads that fill data files; `most` is how many the machine has room for. Absent where there is one only. */
  readonly threads?: { readonly most: number; start(count: number, job: FillJob): Promise<Crew> }
  /** Shows how far a run of so many steps is; absent where standard error is no terminal. */
  progress?(total: number): Promise<Progress>
}

/** The pipeline as the command line uses it; loaded only by the commands that need it. */
export type Pipeline = Pick<
  typeof import('../pipeline.ts'),
  | 'dataSchema'
  | 'formats'
  | 'grid'
  | 'jsonSchema'
  | 'listForms'
  | 'makeBlank'
  | 'makeFilled'
  | 'newEdition'
  | 'newForm'
  | 'openFonts'
  | 'skeleton'
>

/** What a command works with. */
export interface Context {
  readonly io: Io
  readonly locale: Locale
  /** Folder of the definitions, absolute. */
  readonly definitions: string
}

/** The user is told why and the run ends with exit code 2. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: Sources
  constructor(diagnostics: readonly Diagnostic[], sources: Sources = new Map()) {
    super(diagnostics.map(({ code }) => code).join(', '))
    this.diagnostics = diagnostics
    this.sources = sources
  }
}

export const exitCodes = { done: 0, findings: 1, failed: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
