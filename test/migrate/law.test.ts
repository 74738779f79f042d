import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { vocabulary } from '../../src/model/index.ts'
import { filling, migrated, valuesOf, type Went } from './support/migrating.ts'

/** A column in the older edition, and what becomes of it. */
interface Fate {
  readonly unit: string
  readonly value: string | undefined
  readonly becomes: 'same' | 'gone' | 'renamed' | 'remeasured' | 'counted'
  readonly newUnit: string
}

const units = ['吨', '千克', '万吨', '度', '万度', '批', '箱']
const ownUnits = 'units: {批: {of: mass, factor: 3000}, 箱: {of: mass, factor: 7}}\n'
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
  return `p:\n  sections:\n${block('s', '')}${block('t', list ? ', list: 2' : '')}${ownUnits}`
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

/** Where a figure is asked for: a column of one row, of a list or of named rows, or a field. */
const places = ['s', 't', 'f', 'l', 'r', 'q'] as const
type Place = (typeof places)[number]
const rowsOf: Partial<Record<Place, readonly string[]>> = { r: ['a', 'b', 'd'], q: ['a', 'x'] }

const move = fc.record({
  from: fc.constantFrom(...places),
  to: fc.constantFrom(...places),
  unit: fc.constantFrom('吨', '千克'),
  newUnit: fc.constantFrom('吨', '千克', '批'),
  values: fc.array(fc.option(fc.integer({ min: 0, max: 999 }), { nil: undefined }), { minLength: 3, maxLength: 3 }),
})
const formulas = {
  'a + b': (a: number, b: number) => a + b,
  'a + b + c': (a: number, b: number, c: number) => a + b + c,
  'a * b': (a: number, b: number) => a * b,
  'c - a': (a: number, _: number, c: number) => c - a,
}
type Formula = keyof typeof formulas
const formula = fc.constantFrom(...(Object.keys(formulas) as Formula[]))
const part = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined })
const moving = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 6 }),
  row: fc.constantFrom('stays', 'moves', 'goes'),
  formulas: fc.tuple(formula, formula),
  parts: fc.tuple(part, part, part),
  stated: fc.constantFrom('not', 'as worked out', 'otherwise'),
  required: fc.tuple(fc.boolean(), fc.boolean()),
  must: fc.boolean(),
})
type Moving = typeof moving extends fc.Arbitrary<infer T> ? T : never

/** The edition before (0) or after (1). */
function moved(given: Moving, side: 0 | 1): string {
  const at = (place: Place): string[] =>
    given.moves.flatMap(({ from, to, unit, newUnit }, n) => {
      const id = ids.charAt(n)
      if (side === 0) return from === place ? [`c${id}: 栏 | ${unit}`] : []
      return to === place ? [`n${id}: {label: 栏, unit: ${newUnit}, renamedFrom: p.${from}.c${id}}`] : []
    })
  const own = (place: Place): string => ['name: 名称', ...at(place)].join(', ')
  const rows = (place: Place, unit: string): string => `item: 项 | stub, v: 值 | ${unit}, ${own(place)}`
  const d = given.row === 'stays' || side === 0 ? ', d: 丁' : ''
  const e = given.row === 'moves' && side === 1 ? ', e: {label: 丁, renamedFrom: p.r.d}' : ''
  const must = `must: {label: 必, type: number${given.required[side] ? ', required: true' : ''}}`
  return `p:
  sections:
    s: {label: 节, columns: {${own('s')}}}
    t: {label: 节, columns: {${own('t')}}}
    f: {label: 节, fields: {${own('f')}}}
    l: {label: 节, columns: {${own('l')}}, list: 1}
    r: {label: 节, columns: {${rows('r', '吨')}}, rows: {a: 甲, b: 乙${d}}}
    q: {label: 节, columns: {${rows('q', '千克')}}, rows: {a: 甲, x: 戊${e}}}
    k: {label: 节, columns: {a: 子 | number, b: 丑 | number, c: 寅 | number, ${must}, sum: {label: 计, type: number, value: = ${given.formulas[side]}}}}
${ownUnits}`
}

const worked = ({ formulas: [before], parts: [a, b, c] }: Moving): string | undefined => {
  const known = a !== undefined && (before === 'c - a' || b !== undefined)
  const whole = known && (c !== undefined || !before.includes('c'))
  return whole ? String(formulas[before](a, b ?? 0, c ?? 0)) : undefined
}

/** Of the formula's cell as the filler wrote it. */
const statedSum = (given: Moving): string | undefined =>
  given.stated === 'not' ? undefined : given.stated === 'otherwise' ? '1000003' : (worked(given) ?? '1000003')

function movedValues(given: Moving): string {
  const cells = (place: Place, row = 0): string[] =>
    given.moves.flatMap(({ from, values }, n) =>
      from === place && values[row] !== undefined ? [`c${ids.charAt(n)}: ${values[row]}`] : [],
    )
  const one = (place: Place): string => `{${['name: 某', ...cells(place)].join(', ')}}`
  const rows = (place: Place): string =>
    `{${(rowsOf[place] ?? []).map((row, n) => `${row}: {${[`v: ${n + 5}`, ...cells(place, n)].join(', ')}}`).join(', ')}}`
  const [a, b, c] = given.parts
  const sums = Object.entries({ a, b, c, must: given.must ? 1 : undefined, sum: statedSum(given) })
  const k = sums.flatMap(([id, value]) => (value === undefined ? [] : [`${id}: ${value}`])).join(', ')
  const all = [...['s', 't', 'f'].map((id) => `${id}: ${one(id as Place)}`), `l: [${one('l')}]`]
  return `p:\n${[...all, `r: ${rows('r')}`, `q: ${rows('q')}`, `k: {${k}}`].map((each) => `  ${each}\n`).join('')}`
}

/** Names in the data, which no edition changes. */
const names = 4
const behind = /migrate-(no-place|shape|closed|unit|inexact|refused|too-many)$/
const leftBehind = ({ outcome }: Went) => outcome.changes.filter(({ code }) => behind.test(code))

describe('the law of migration, where things move, formulas change and cells are required', () => {
  it('each value comes over, is worked out anew or is told, there and back', () => {
    fc.assert(
      fc.property(moving, (given) => {
        const editions = [moved(given, 0), moved(given, 1)] as const
        const values = movedValues(given)
        const there = migrated(editions, values)
        expect(there.said).not.toContain('error[')
        const isOpen = given.required[1] && !given.must
        expect(there.outcome.changes.some(({ code }) => code === 'migrate-missing')).toBe(isOpen)
        expect(filling(editions, there).replace(/^.*error\[missing-value\][\s\S]*/, '')).toBe('')
        const back = migrated(editions, valuesOf(there), { year: 2024, to: 2020 })
        expect(back.said).not.toContain('error[')
        const [before, between, after] = [
          figures({ ...there, text: `values:\n${values.replace(/^/gm, '  ')}` }),
          figures(there),
          figures(back),
        ]
        for (const [{ outcome }, went, given] of [
          [there, leftBehind(there), before],
          [back, leftBehind(back), between],
        ] as const)
          expect(outcome.carried + outcome.recomputed + went.length).toBe(given.size + names)
        for (const { path } of leftBehind(there)) expect(after.has(path)).toBe(false)
        for (const [path, figure] of after) expect(new Big(figure).eq(before.get(path) ?? 'NaN')).toBe(true)
        const isWorkedOut = given.stated === 'as worked out' && worked(given) !== undefined
        if (isWorkedOut) expect(there.said + back.said).not.toContain('[total-differs]')
        if (given.stated !== 'not' && !isWorkedOut) expect(after.get('p.k.sum')).toBe('1000003')
        const gone = [...before.keys()].filter((path) => !after.has(path) && path !== 'p.k.sum')
        expect(gone.length).toBe(leftBehind(there).length + leftBehind(back).length)
      }),
      { numRuns: 40 },
    )
  })
})
