import { resolve } from 'node:path'
import { Command } from 'commander'
import { columns } from '../diagnostics/columns.ts'
import { type Locale, nearest } from '../diagnostics/index.ts'
import type { DiffOptions } from './comparing.ts'
import type { Context, ExitCode, Io } from './io.ts'
import { parseLocale } from './locale.ts'
import type { FillOptions, MakeOptions } from './making.ts'
import type { MigrateOptions } from './migrating.ts'
import { refuse } from './tell.ts'
import { texts } from './texts.ts'
import { usageError } from './usage-errors.ts'

interface GlobalOptions {
  readonly definitions?: string
  readonly lang?: string
}

type Work = typeof import('./commands.ts')

/** The commands, their options and help, in a language. What they do is loaded when one runs; `ended` takes its exit code. */
export function program(io: Io, locale: Locale, ended: (code: ExitCode) => void): Command {
  const { about, after, afterCommand, commands, options, usage, helpUsage, commandUsage } = texts[locale]
  const root = new Command('biaoshi')
  /** @param begins the folder of definitions need not be there yet */
  const act = async (
    action: (context: Context, work: Work) => Promise<ExitCode>,
    begins: 'begins' | undefined = undefined,
  ): Promise<void> =>
    ended(await action(contextOf(root.opts<GlobalOptions>(), io, locale, begins), await import('./commands.ts')))
  const add = (name: keyof typeof commands, argument = '', hidden = false) => {
    const command = root.command(name, { hidden }).description(commands[name]).helpOption('-h, --help', options.help)
    if (argument !== '') command.argument(argument, options[argumentOf(argument)])
    const examples = (afterCommand as Readonly<Record<string, string>>)[name]
    if (examples !== undefined) command.addHelpText('after', examples.trimEnd())
    return command.usage(`${argument} ${commandUsage}`.trim())
  }

  speak(root, io, locale)
  root.description(about).usage(usage)
  root.option('--definitions <dir>', options.definitions).option('--lang <zh|en>', options.lang)
  root.version(io.version, '-V, --version', options.version).helpOption('-h, --help', options.help)
  root.helpCommand(false).addHelpText('after', after.trimEnd())

  add('list').action(() => act((context, work) => work.list(context)))
  add('blank', 'FORM')
    .option('--year <Y>', options.year)
    .option('--format <list>', options.format)
    .option('--out <dir>', options.out)
    .option('--font <file>', options.font, listed, [])
    .action((form: string, stated: MakeOptions) => act((context, work) => work.blank(context, form, stated)))
  add('data', 'FORM')
    .option('--year <Y>', options.year)
    .option('--out <file>', options.fileOut)
    .action((form: string, stated: Stated) => act((context, work) => work.data(context, form, stated)))
  add('fill', 'DATA...')
    .option('--format <list>', options.format)
    .option('--out <dir>', options.out)
    .option('--font <file>', options.font, listed, [])
    .option('--all', options.all)
    .option('--jobs <N>', options.jobs)
    .action((data: string[], stated: FillOptions) => act((context, work) => work.fill(context, data, stated)))
  add('show', 'FORM')
    .option('--year <Y>', options.year)
    .option('--against <file>', options.against)
    .action((form: string, stated: Stated & { readonly against?: string }) =>
      act((context, work) => work.show(context, form, stated)),
    )
  add('new-edition', 'FORM')
    .argument('YEAR', options.editionYear)
    .usage(`FORM YEAR ${commandUsage}`)
    .option('--out <file>', options.editionOut)
    .action((form: string, year: string, stated: Stated) =>
      act((context, work) => work.newEdition(context, form, year, stated)),
    )
  add('migrate', 'DATA')
    .requiredOption('--to <edition>', options.to)
    .option('--from <edition>', options.from)
    .option('--out <file>', options.migrateOut)
    .option('--format <text|json>', options.reportFormat)
    .action((data: string, stated: MigrateOptions) => act((context, work) => work.migrate(context, data, stated)))
  add('new-form', 'ID')
    .requiredOption('--year <Y>', options.formYear)
    .action((id: string, stated: { readonly year: string }) =>
      act((context, work) => work.newForm(context, id, stated), 'begins'),
    )
  add('diff', 'FORM')
    .argument('A', options.edition)
    .argument('[B]', options.edition)
    .usage(`FORM A B ${commandUsage}`)
    .option('--format <format>', options.diffFormat)
    .option('--out <file>', options.diffOut)
    .option('--fail-on <impact>', options.failOn)
    .action((form: string, a: string, b: string | undefined, stated: DiffOptions) =>
      act((context, work) => work.diff(context, [form, a, b], stated)),
    )
  add('schema', '[FORM]')
    .option('--year <Y>', options.year)
    .option('--out <file>', options.fileOut)
    .action((form: string | undefined, stated: Stated) => act((context, work) => work.schema(context, form, stated)))
  add('make', '', true)
    .option('--out <dir>', options.out)
    .option('--font <file>', options.font, listed, [])
    .action((stated: MakeOptions) => act((context, work) => work.make(context, stated)))
  // Commander's own shows the general help for a command that does not exist.
  root
    .command('help')
    .description(commands.help)
    .argument(helpUsage)
    .usage(helpUsage)
    .action((name: string | undefined) => help(root, name))
  return root
}

/** @throws CommanderError if there is no such command */
function help(root: Command, name: string | undefined): void {
  const found = name === undefined ? root : root.commands.find((command) => command.name() === name)
  if (found) return found.outputHelp()
  const names = root.createHelp().visibleCommands(root)
  const near = nearest(
    name ?? '',
    names.map((command) => command.name()),
  )
  root.error(`error: unknown command '${name}'${near === undefined ? '' : `\n(Did you mean ${near}?)`}`)
}

/** Of an option that may be repeated. */
const listed = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** Which text says what an argument is. */
const argumentOf = (argument: string): 'data' | 'oneData' | 'form' | 'id' =>
  argument === 'DATA' ? 'oneData' : /DATA/.test(argument) ? 'data' : argument === 'ID' ? 'id' : 'form'

interface Stated {
  readonly year?: string
  readonly out?: string
}

function contextOf({ definitions, lang }: GlobalOptions, io: Io, locale: Locale, begins?: 'begins'): Context {
  if (lang !== undefined && !parseLocale(lang))
    refuse('bad-option', { option: '--lang', value: lang, allowed: 'zh, en' })
  if (definitions === undefined) return { io, locale, definitions: io.definitions }
  const dir = resolve(io.cwd, definitions)
  // A folder without forms is one thing, a folder that cannot be read another: this throws what the system says.
  if (!begins) io.files.list(dir)
  return { io, locale, definitions: dir }
}

/** Commander's own words in the user's language; called before commands are added, which inherit it. */
function speak(root: Command, io: Io, locale: Locale): void {
  root.exitOverride().configureOutput({
    writeOut: (text) => io.out(text),
    writeErr: (text) => io.err(text),
    outputError: (text, write) => write(usageError(text, locale)),
    getOutHelpWidth: () => io.columns ?? 100,
    getErrHelpWidth: () => io.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  })
  root.configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) => texts[locale].titles[title] ?? title,
    subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    displayWidth: columns,
  })
}
