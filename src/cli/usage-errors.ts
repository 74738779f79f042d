import type { Locale } from '../diagnostics/index.ts'
import { texts } from './texts.ts'

/** What commander says, and the same in Chinese. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+)'$/, '不认识选项 $1'],
  [/^unknown command '(.+)'$/, '不认识命令 $1'],
  [/^missing required argument '(.+)'$/, '缺少参数 $1'],
  [/^option '(.+)' argument missing$/, '选项 $1 缺少值'],
  [
    /^too many arguments(?: for '.+')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    '参数过多：应为 $1 个，而这里有 $2 个',
  ],
  [/^\(Did you mean (?:one of )?(.+)\?\)$/, '（是否想写 $1？）'],
]

/** Commander's message, `error: …` and perhaps a line with the nearest name, in the user's language. */
export function usageError(message: string, locale: Locale): string {
  const lines = message
    .trim()
    .replace(/^error: /, '')
    .split('\n')
  const said =
    locale === 'en' ? lines : lines.map((line) => chinese.reduce((text, [from, to]) => text.replace(from, to), line))
  return `${texts[locale].error}${said.join('\n')}\n`
}
