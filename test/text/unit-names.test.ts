import { expect, it } from 'vitest'
import { vocabulary } from '../../src/model/index.ts'
import { nearestUnit } from '../../src/text/unit-names.ts'

it.each([
  ['Feet', 'feet'],
  ['Ft.', 'ft'],
  ['Sq. Ft.', 'sq ft'],
  ['㎡', 'm2'],
  ['m³', 'm3'],
  ['KG', 'kg'],
  ['kWH', 'kWh'],
  ['GJ', '吉焦'],
  ['lbs', 'lb'],
  ['Tonnes', 't'],
  ['hrs', 'hours'],
  ['ha', '公顷'],
  ['RMB', '元'],
  ['gallns', 'gallons'],
  ['平方公理', '平方公里'],
  ['ton', ''],
  ['fx', ''],
  ['tt', ''],
  ['f', ''],
  ['尺', ''],
])(
  'a unit is suggested by case, spelling or meaning, and by likeness only where the name is long: %s → %s',
  (name, unit) => {
    expect(nearestUnit(name, vocabulary)).toBe(unit)
  },
)

it.each([
  ['ft', 'foot', 'feet', '0.3048'],
  ['in', 'inches', '0.0254'],
  ['yd', 'yards', '0.9144'],
  ['mi', 'mile', 'miles', '1609.344'],
  ['ac', 'acres', '4046.8564224'],
  ['sq ft', 'square feet', '0.09290304'],
  ['sq yd', 'square yards', '0.83612736'],
  ['sq mi', 'square miles', '2589988.110336'],
  ['gal', 'gallons', '0.003785411784'],
  ['cu ft', 'cubic feet', '0.028316846592'],
  ['cu yd', 'cubic yards', '0.764554857984'],
  ['oz', 'ounces', '0.028349523125'],
])('American units have their short names and exact factors: %s', (...names) => {
  const factor = names.at(-1)
  for (const name of names.slice(0, -1)) expect(vocabulary.get(name)?.factor).toBe(factor)
})
