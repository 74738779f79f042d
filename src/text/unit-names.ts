import { nearest } from '../diagnostics/index.ts'
import type { Unit } from '../model/index.ts'
import { folded } from './characters.ts'

/** Names that people write for units, by the name in the vocabulary. A ton is none: there are three. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lb: ['lbs'],
    t: ['tonne', 'tonnes', 'metricton', 'mt'],
    'short tons': ['shortton'],
    kg: ['kilogram', 'kilograms', 'kgs'],
    gallons: ['gals'],
    barrels: ['bbl', 'bbls', 'barrel'],
    升: ['l', 'liter', 'liters', 'litre', 'litres'],
    公顷: ['ha', 'hectare', 'hectares'],
    m2: ['sqm', 'squaremeters', 'squaremetres'],
    m3: ['cum', 'cubicmeters', 'cubicmetres'],
    m: ['meter', 'meters', 'metre', 'metres'],
    km: ['kilometer', 'kilometers', 'kilometre', 'kilometres'],
    hours: ['hr', 'hrs', 'hour'],
    years: ['yr', 'yrs', 'year'],
    days: ['day'],
    $: ['usd', 'dollar'],
    元: ['rmb', 'cny', 'yuan', '人民币'],
    '%': ['percent', 'pct', '百分比'],
    立方米: ['立方', '方'],
    平方米: ['平方', '平米'],
    千瓦时: ['度电'],
  }).flatMap(([name, others]) => others.map((other) => [other, name])),
)

/** Latin letters so few that most others differ by one of them: nobody knows what was meant by a slip in them. */
const short = /^[\x20-\x7e]{1,3}$/

/** The unit that a name is most likely meant for: the same in other case or spelling, or in other words; '' where none is. */
export function nearestUnit(name: string, units: ReadonlyMap<string, Unit>): string {
  const plain = spelling(name)
  const alike = [...units.values()].find((unit) => [unit.name, unit.symbol].some((each) => spelling(each) === plain))
  const other = alike?.name ?? otherNames.get(plain)
  if (other !== undefined && units.has(other)) return other
  if (short.test(name.trim())) return ''
  const known = [...units.keys()].filter((each) => !short.test(each))
  return nearest(name, known) ?? ''
}

/** `Sq. Ft.` and `m^3^` as `sqft`, `m3`. */
const spelling = (name: string): string => folded(name).toLowerCase().replace(/[.^~]/g, '')
