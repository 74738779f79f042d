import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { vocabulary } from '../../src/model/index.ts'
import { filling, migrated, type Went } from './support/migrating.ts'

/** A column in the older edition, and what becomes of it. */
interface Fate {
  readonly unit: string
  readonly value: string | undefined
  readonly becomes: 'same' | 'gone' | 'renamed' | 'remeasured' | 'counted'
  readonly newUnit: string
}

const units = ['吨', '千克', '万吨', '度', '万度', '批', '箱']
const own = 'units: {批: {of: mass, factor: 3000}, 箱: {of: mass, factor: 7}}\n'
const factors = new Map([...vocabulary].map(([name, unit]) => [name, unit]))

const fate: fc.Arbitrary<Fate> = fc.record({
  unit: fc.constantFrom(...units),
  value: fc.option(
    fc.tuple(fc.bigInt(0n, 10n ** 10n), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => {
      const text = String(digits).padStart(places + 1, '0')
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    }),
    { nil: undefined },
  ),
  becomes: fc.constantFrom('same', 'gone', 'renamed', 'remeasured', 'counted'),
  newUnit: fc.constantFrom(...units),
})

const ids = 'abcdefgh'
const sections = fc.record({
  first: fc.array(fate, { minLength: 1, maxLength: 3 }),
  second: fc.array(fate, { minLength: 1, maxLength: 3 }),
  list: fc.boolean(),
})
type Sections = typeof sections extends fc.Arbitrary<infer T> ? T : never

const all = ({ first, second }: Sections) => [
  ...first.map((each, n) => ({ each, section: 's', id: ids.charAt(n) })),
  ...second.map((each, n) => ({ each, section: 't', id: ids.charAt(n) })),
]

/** A keeper column each, so that no section is empty. */
function form(columns: readonly (readonly [section: string, column: string])[], list: boolean): string {
  const block = (section: string, more: string) => {
    const own = columns.filter(([at]) => at === section).map(([, column]) => column)
    return `    ${section}: {label: 节, columns: {${['name: 名称', ...own].join(', ')}}${more}}\n`
  }
  return `p:\n  sections:\n${block('s', '')}${block('t', list ? ', list: 2' : '')}${own}`
}

const older = (given: Sections): string =>
  form(
    all(given).map(({ each, section, id }) => [section, `${id}: 栏 | ${each.unit}`]),
    given.list,
  )

const newer = (given: Sections): string =>
  form(
    all(given).flatMap(({ each, section, id }): (readonly [string, string])[] => {
      if (each.becomes === 'gone') return []
      if (each.becomes === 'renamed')
        return [[section, `${id}${id}: {label: 栏, unit: ${each.unit}, renamedFrom: ${id}}`]]
      if (each.becomes === 'remeasured') return [[section, `${id}: 栏 | ${each.newUnit}`]]
      if (each.becomes === 'counted') return [[section, `${id}: {label: 栏, type: count, unit: ${each.unit}}`]]
      return [[section, `${id}: 栏 | ${each.unit}`]]
    }),
    given.list,
  )

function values(given: Sections): string {
  const block = (section: string): string => {
    const cells = all(given).flatMap(({ each, section: at, id }) =>
      at === section && each.value !== undefined ? [`${id}: ${each.value}`] : [],
    )
    return `{${['name: 某厂', ...cells].join(', ')}}`
  }
  return `p:\n  s: ${block('s')}\n  t: ${given.list ? `[${block('t')}]` : block('t')}\n`
}

/** Figures by path, as they are written. */
function figures({ text }: Went): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) for (const item of node) walk(item, path)
    else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`)
    else if (!path.endsWith('.name')) found.set(path, String(node))
  }
  walk((parse(text, { schema: 'failsafe' }) as { values: unknown }).values, '')
  return found
}

const factor = (unit: string): string =>
  unit === '批' ? '3000' : unit === '箱' ? '7' : (factors.get(unit)?.factor ?? '1')

describe('the law of migration', () => {
  it('there and back, what is lost is what was told, and nothing else', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const editions = [older(given), newer(given)] as const
        const there = migrated(editions, values(given))
        expect(there.said.includes('error[')).toBe(false)
        expect(filling(editions, there)).toBe('')
        const told = new Set(there.outcome.changes.map(({ path }) => path))
        const back = migrated(editions, there.text.replace(/^[\s\S]*?values:\n/, '').replace(/^ {2}/gm, ''), {
          year: 2024,
          to: 2020,
        })
        const returned = figures(back)
        const toldBack = new Set(back.outcome.changes.map(({ path }) => path))
        for (const { each, section, id } of all(given)) {
          const path = `p.${section}.${id}`
          const newPath = each.becomes === 'renamed' ? `p.${section}.${id}${id}` : path
          if (each.value === undefined) expect(returned.has(path)).toBe(false)
          else if (told.has(path) || toldBack.has(newPath)) expect(returned.has(path)).toBe(false)
          else expect(new Big(returned.get(path) ?? 'NaN').eq(each.value)).toBe(true)
        }
        expect(back.outcome.carried).toBe(there.outcome.carried - toldBack.size)
      }),
      { numRuns: 60 },
    )
  })

  it('every figure that comes over is the same quantity', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const there = migrated([older(given), newer(given)], values(given))
        const arrived = figures(there)
        const told = new Set(there.outcome.changes.map(({ path }) => path))
        for (const { each, section, id } of all(given)) {
          if (each.value === undefined || told.has(`p.${section}.${id}`)) continue
          const figure = arrived.get(`p.${section}.${each.becomes === 'renamed' ? id + id : id}`) ?? 'NaN'
          const unit = each.becomes === 'remeasured' ? each.newUnit : each.unit
          expect(new Big(figure).times(factor(unit)).eq(new Big(each.value).times(factor(each.unit)))).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('to the same edition it is the same, byte for byte', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const there = migrated([older(given), older(given)], values(given), { to: 2020 })
        expect(there.text).toBe(`form: f\nyear: 2020\nvalues:\n${values(given).replace(/^(?=.)/gm, '  ')}`)
        expect(there.outcome.diagnostics).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
