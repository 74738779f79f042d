import { resolve } from 'node:path'
import { Command } from 'commander'
import { columns } from '../diagnostics/columns.ts'
import type { Locale } from '../diagnostics/index.ts'
import type { BlankOptions } from './commands.ts'
import type { Context, Io } from './io.ts'
import { parseLocale } from './locale.ts'
import { refuse } from './tell.ts'
import { texts } from './texts.ts'
import { usageError } from './usage-errors.ts'

interface GlobalOptions {
  readonly definitions?: string
  readonly lang?: string
}

/** The commands, their options and help, in a language. What they do is loaded when one runs. */
export function program(io: Io, locale: Locale): Command {
  const { about, after, blankAfter, commands, options, usage, helpUsage, commandUsage } = texts[locale]
  const root = new Command('biaoshi')
  const act = async (action: (context: Context, work: typeof import('./commands.ts')) => Promise<void>) =>
    action(contextOf(root.opts<GlobalOptions>(), io, locale), await import('./commands.ts'))
  const add = (name: keyof typeof commands, form: boolean, hidden = false) => {
    const command = root.command(name, { hidden }).description(commands[name]).helpOption('-h, --help', options.help)
    if (form) command.argument('FORM', options.form)
    return command.usage(form ? `FORM ${commandUsage}` : commandUsage)
  }

  speak(root, io, locale)
  root.description(about).usage(usage)
  root.option('--definitions <dir>', options.definitions).option('--lang <zh|en>', options.lang)
  root.version(io.version, '-V, --version', options.version).helpOption('-h, --help', options.help)
  root.helpCommand(`help ${helpUsage}`, commands.help).addHelpText('after', after.trimEnd())

  add('list', false).action(() => act((context, work) => work.list(context)))
  add('blank', true)
    .option('--year <Y>', options.year)
    .option('--format <list>', options.format)
    .option('--out <dir>', options.out)
    .addHelpText('after', blankAfter.trimEnd())
    .action((form: string, stated: BlankOptions) => act((context, work) => work.blank(context, form, stated)))
  add('show', true)
    .option('--year <Y>', options.year)
    .action((form: string, stated: { year?: string }) => act((context, work) => work.show(context, form, stated)))
  add('schema', false)
    .option('--out <file>', options.schemaOut)
    .action((stated: { out?: string }) => act((context, work) => work.schema(context, stated)))
  add('make', false, true)
    .option('--out <dir>', options.out)
    .action((stated: BlankOptions) => act((context, work) => work.make(context, stated)))
  return root
}

function contextOf({ definitions, lang }: GlobalOptions, io: Io, locale: Locale): Context {
  if (lang !== undefined && !parseLocale(lang))
    refuse('bad-option', { option: '--lang', value: lang, allowed: 'zh, en' })
  if (definitions === undefined) return { io, locale, definitions: io.definitions }
  const dir = resolve(io.cwd, definitions)
  // A folder without forms is one thing, a folder that cannot be read another: this throws what the system says.
  io.files.list(dir)
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
