import type { Locale } from '../diagnostics/index.ts'
import type { Io } from './io.ts'

/**
 * The language to speak: `--lang`, then the environment as POSIX ranks it, then the system's (Windows sets no LANG).
 * Chinese where that starts with zh, else English. A wrong `--lang` is left to the command line's own check.
 */
export function localeOf(args: readonly string[], { env, systemLocale }: Pick<Io, 'env' | 'systemLocale'>): Locale {
  const stated = parseLocale(statedLang(args) ?? '')
  if (stated) return stated
  // An empty variable counts as unset.
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale
  return parseLocale(name) ?? 'en'
}

/** `zh`, `zh-CN`, `zh_CN.UTF-8`, `en` …; undefined for a language that has no texts here. */
export function parseLocale(name: string): Locale | undefined {
  const language = /^(zh|en)(?![A-Za-z])/i.exec(name)?.[1]
  return language?.toLowerCase() as Locale | undefined
}

function statedLang(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (index < 0) return undefined
  const arg = args[index] as string
  return arg === '--lang' ? args[index + 1] : arg.slice('--lang='.length)
}
