import { describe, expect, it } from 'vitest'
import { localeOf } from '../../src/cli/locale.ts'

const locale = (env: Record<string, string>, args: string[] = [], systemLocale = 'en-US') =>
  localeOf(args, { env, systemLocale })

describe('the language to speak', () => {
  it('is Chinese where the name starts with zh, else English', () => {
    expect(['zh_CN.UTF-8', 'zh-TW', 'zh', 'ZH_cn'].map((LANG) => locale({ LANG }))).toEqual(['zh', 'zh', 'zh', 'zh'])
    expect(['en_GB.UTF-8', 'C', 'POSIX', 'de_DE', 'zha_CN'].map((LANG) => locale({ LANG }))).toEqual(
      Array(5).fill('en'),
    )
  })

  it('comes from LC_ALL, then LC_MESSAGES, then LANG; an empty one counts as unset', () => {
    expect(locale({ LC_ALL: 'zh_CN', LC_MESSAGES: 'en_US', LANG: 'en_US' })).toBe('zh')
    expect(locale({ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' })).toBe('zh')
    expect(locale({ LC_ALL: 'C', LANG: 'zh_CN' })).toBe('en')
  })

  it('is the system’s where the environment says nothing, as on Windows', () => {
    expect(locale({}, [], 'zh-CN')).toBe('zh')
    expect(locale({}, [], 'fr-FR')).toBe('en')
  })

  it('is what --lang says, wherever it stands', () => {
    expect(locale({ LANG: 'zh_CN' }, ['blank', 'a', '--lang', 'en'])).toBe('en')
    expect(locale({ LANG: 'en_US' }, ['--lang=zh', 'list'])).toBe('zh')
    expect(locale({ LANG: 'zh_CN' }, ['--lang', 'fr', 'list'])).toBe('zh')
  })
})
