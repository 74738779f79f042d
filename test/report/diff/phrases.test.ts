import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../../src/model/index.ts'
import { diffView } from '../../../src/report/diff/view.ts'
import { examples } from '../../diff/examples.ts'
import { compared } from '../../diff/support.ts'

/** Checks whose name says all. */
const saysAll = /-(moved|opened|closed|printed|unprinted|allowed|refused|added|removed)$/

const lines = (comparison: Comparison, locale: 'zh' | 'en') =>
  diffView(comparison, locale).groups.flatMap(({ changes }) => changes)

describe.each(Object.entries(examples))('%s', (_, [old, now]) => {
  const comparisons = [compared(old, now), compared(now, old)]

  it.each(['zh', 'en'] as const)('says what was and what is, in %s', (locale) => {
    for (const { check, change, said } of comparisons.flatMap((each) => lines(each, locale))) {
      expect(
        said.filter(({ text }) => text.trim() === '' || /^(true|false)$|undefined/.test(text)),
        check,
      ).toEqual([])
      if (!saysAll.test(check) && change.words === undefined)
        expect(
          said.slice(0, 3).map(({ kind }) => kind),
          check,
        ).toEqual(['removed', 'same', 'added'])
    }
  })
})

describe('a value that one edition does not state', () => {
  const column = (what: string) => `t: {title: 表, columns: {a: {label: 甲${what}}, b: {label: 乙, type: number}}}`
  it.each([
    ['height', ', lines: 2', '', '2 lines → —'],
    ['width', '', ', width: 12', '— → 12'],
    ['length', ', length: 4', '', '4 → —'],
    ['range', ', type: number, max: 5', ', type: number', '≤ 5 → —'],
    ['subset', '', ', within: b', '— → b'],
  ])('is a dash: %s', (_, old, now, expected) => {
    const view = lines(compared(column(old), column(now)), 'en').map(({ said }) =>
      said.map(({ text }) => text).join(''),
    )
    expect(view).toContain(expected)
  })

  it('shows of a style what differs', () => {
    const form = (style: string) => `style: ${style}\nparts:\n  t: {title: 表, sections: {a: 甲}}\n`
    const [line] = lines(
      compared(
        form('{looks: {cellText: {size: 9}}, margins: {top: 20}}'),
        form('{looks: {cellText: {size: 10.5}}, margins: {top: 20}}'),
      ),
      'en',
    )
    expect(line?.said.map(({ text }) => text).join('')).toBe(
      'looks.cellText.size 9, looks.cellText.lineHeight 14 → looks.cellText.size 10.5, looks.cellText.lineHeight 16',
    )
  })
})
