import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrated } from '../migrate/support/migrating.ts'
import { compared } from './support.ts'

const column = (unit: string, more: string) => `t: {title: 表, columns: {a: {label: 甲, unit: ${unit}${more}}}}\n`
const changes = (old: string, now: string) =>
  compared(old, now).changes.map(({ check, before, after }) => `${check}: ${before} → ${after}`)
const rescaled = (from: string, to: string) => `unit-rescaled: ${from} → ${to}`

describe('what is said of figures whose unit is another measure', () => {
  it.each([
    ['a bound of the same amount', ['万元', ', min: 1'], ['元', ', min: 10000'], []],
    ['both bounds', ['公里', ', min: 1, max: 2.50'], ['米', ', min: 1000, max: 2500'], []],
    ['a bound of the same digits', ['万元', ', min: 1'], ['元', ', min: 1'], ['range-widened: ≥ 1 万元 → ≥ 1 元']],
    ['a narrower one', ['元', ', max: 20000'], ['万元', ', max: 1'], ['range-narrowed: ≤ 20000 元 → ≤ 1 万元']],
    ['a bound that does not convert', ['kg', ', max: 1'], ['lb', ', max: 2'], ['range-narrowed: ≤ 1 kg → ≤ 2 lb']],
    ['decimals that are as fine', ['公里', ', decimals: 3'], ['米', ', decimals: 0'], []],
    ['finer ones', ['公里', ', decimals: 3'], ['米', ', decimals: 2'], ['decimals-more: 3 (公里) → 2 (米)']],
    ['coarser ones', ['米', ', decimals: 2'], ['公里', ', decimals: 3'], ['decimals-fewer: 2 (米) → 3 (公里)']],
  ] as const)('is compared as amounts: %s', (_, [unit, more], [newUnit, newMore], expected) => {
    const symbols = changes(column(unit, ''), column(newUnit, ''))
    expect(changes(column(unit, more), column(newUnit, newMore))).toEqual([...symbols, ...expected])
    expect(symbols).toEqual([rescaled(unit, newUnit)])
  })

  it('agrees with what migration does', () => {
    const units = fc.constantFrom('吨', '千克', '万吨', '克', '批', '箱')
    const own = 'units: {批: {of: mass, factor: 3000}, 箱: {of: mass, factor: 7}}\n'
    const bounded = fc.record({
      unit: units,
      decimals: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      min: fc.option(fc.constantFrom('1', '0.5', '1000'), { nil: undefined }),
      max: fc.option(fc.constantFrom('2000', '30000', '4000000'), { nil: undefined }),
    })
    type Bounded = typeof bounded extends fc.Arbitrary<infer T> ? T : never
    const form = ({ unit, decimals, min, max }: Bounded) =>
      column(
        unit,
        [
          ', type: number',
          ...Object.entries({ decimals, min, max }).flatMap(([key, value]) =>
            value === undefined ? [] : [`, ${key}: ${value}`],
          ),
        ].join(''),
      ) + own
    const whole = (bounds: Bounded) => `parts:\n  ${form(bounds)}`
    fc.assert(
      fc.property(bounded, bounded, fc.integer({ min: 1, max: 10 ** 7 }), (old, now, digits) => {
        const least = `1e-${old.decimals ?? 0}`
        const values = [Number(least), digits * Number(least), Number(old.min ?? 1), Number(old.max ?? 1)]
        const found = compared(whole(old), whole(now)).changes.map(({ check }) => check)
        const refuses = found.some((check) => /^(decimals-fewer|range-narrowed|range-changed)$/.test(check))
        const refused = values.flatMap((value) => {
          const text = value.toFixed(old.decimals ?? 1)
          const went = migrated([form(old), form(now)], `t: {a: ${text}}\n`)
          return went.changes
            .filter((change) => /^migrate-(refused|inexact)/.test(change))
            .map((change) => `${text}: ${change}`)
        })
        if (!refuses) expect(refused.filter((each) => !each.includes('inexact'))).toEqual([])
        const bounds = [old.min, old.max, now.min, now.max].every((bound) => bound === undefined)
        if (bounds && old.decimals !== undefined && refuses) expect(refused.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
