import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesInGroups } from '../../src/text/differences.ts'

/** Items are `group` and a number; what went is marked `-`, what came `+`. */
function marked(old: string, now: string): string {
  const items = (text: string) => text.split(' ').filter((item) => item !== '')
  const signs = { same: '', added: '+', removed: '-' }
  return differencesInGroups(
    items(old),
    items(now),
    (item) => item,
    (item) => item.charAt(0),
  )
    .flatMap((stretch) => stretch.items.map((item) => signs[stretch.kind] + item))
    .join(' ')
}

describe('differences of groups', () => {
  it('keep what comes at the end of a group in it', () => {
    expect(marked('a1 a2 b1 b2 c1', 'a1 a2 a3 c1')).toBe('a1 a2 +a3 -b1 -b2 c1')
  })

  it('keep what goes at the end of a group in it', () => {
    expect(marked('a1 a2 a3 c1', 'a1 a2 b1 c1')).toBe('a1 a2 -a3 +b1 c1')
  })

  it('keep what comes and goes at the beginning of a group in it', () => {
    expect(marked('a1 b1 c2 c3', 'a1 c1 c3')).toBe('a1 -b1 -c2 +c1 c3')
    expect(marked('a1 c1 c3', 'a1 b1 c2 c3')).toBe('a1 +b1 -c1 +c2 c3')
  })

  it('are the old sequence without what came and the new one without what went', () => {
    const item = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(4)).map(([group, n]) => `${group}${n}`)
    const sequence = fc.uniqueArray(item, { maxLength: 10 })
    fc.assert(
      fc.property(sequence, sequence, (old, now) => {
        const found = marked(old.join(' '), now.join(' ')).split(' ')
        const without = (sign: string) =>
          found.filter((each) => !each.startsWith(sign)).map((each) => each.replace(/^[+-]/, ''))
        expect(without('+').join(' ')).toBe(old.join(' '))
        expect(without('-').join(' ')).toBe(now.join(' '))
      }),
    )
  })
})
