import { describe, expect, it } from 'vitest'
import { theme, themeOf } from '../../src/layout/theme.ts'

describe('the theme', () => {
  it('is set in Song, Hei and 小标宋 in Chinese', () => {
    expect(themeOf('zh-CN')).toEqual(theme)
    expect(new Set(Object.values(theme).map(({ face }) => face))).toEqual(new Set(['song', 'hei', 'biaosong']))
  })

  it('differs in English by its faces alone', () => {
    const english = themeOf('en-US')
    expect(english.text).toEqual({ ...theme.text, face: 'serif' })
    expect(english.heading).toEqual({ ...theme.heading, face: 'sans' })
    expect(english.title).toEqual({ ...theme.title, face: 'serif', bold: true })
    expect(Object.keys(english)).toEqual(Object.keys(theme))
  })

  it('parts a heading from what stands above it', () => {
    expect(theme.heading.spaceBefore).toBeGreaterThan(theme.heading.spaceAfter)
  })
})
