import { CommanderError } from 'commander'
import { Diagnostics } from '../diagnostics/index.ts'
import { type Context, type ExitCode, exitCodes, type Io, Refusal } from './io.ts'
import { localeOf } from './locale.ts'
import { OutputError } from './outputs.ts'
import { program } from './program.ts'
import { tell } from './tell.ts'
import { texts } from './texts.ts'

/**
 * Runs one command line.
 * @param args what stands after the program's name
 * @returns the exit code: 0 done, 1 findings in the data, 2 wrong use or failure; nothing is thrown
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(args, io)
  try {
    let code: ExitCode = exitCodes.done
    await program(io, locale, (ended) => {
      code = ended
    }).parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.failed
    explain({ io, locale }, error)
    return exitCodes.failed
  }
}

function explain(context: Pick<Context, 'io' | 'locale'>, error: unknown): void {
  const { io, locale } = context
  const known = error instanceof Refusal ? error : asRefusal(error)
  if (known) {
    tell(context, known.diagnostics, known.sources)
    return
  }
  io.err(`${texts[locale].apology(error instanceof Error ? error.message : String(error))}\n`)
  if (io.env.BIAOSHI_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`)
}

/** What the disk refused, as a message; undefined for a fault of the program. */
function asRefusal(error: unknown): Refusal | undefined {
  const report = new Diagnostics()
  const { code, path } = error as NodeJS.ErrnoException
  if (error instanceof OutputError) {
    report.add('unwritable-file', undefined, { file: error.path, problem: error.problem })
  } else if (error instanceof Error && error.name === 'FontFileError' && isGiven(error)) {
    report.add('unusable-font', undefined, error.given)
  } else if (code && path) report.add('unreadable-file', undefined, { file: path, problem: code })
  return report.failed ? new Refusal(report.list) : undefined
}

/** Of a font file that the user named. The class itself would bring the fonts into every command. */
const isGiven = (error: Error): error is Error & { given: { file: string; problem: string } } =>
  (error as { given?: unknown }).given !== undefined
