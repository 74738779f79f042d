/** A unit of measurement. Units of one quantity convert by the ratio of their factors. */
export interface Unit {
  /** How definitions and data name it. */
  readonly name: string
  /** As printed, with inline marks: `m^3^`. */
  readonly symbol: string
  /** What it measures: mass, energy, money … Units of different quantities never add up. */
  readonly quantity: string
  /** Exact decimal: how many of the quantity's base unit it is. */
  readonly factor: string
  /** Whole things are counted in it (个, 人): no decimals, never negative. */
  readonly counts: boolean
}

/** What is asked where a unit alone says it: whole things are counted, a share does not add up. */
export const typeOfUnit = ({ counts, quantity }: Unit): 'count' | 'rate' | 'number' =>
  counts ? 'count' : quantity === 'ratio' ? 'rate' : 'number'

const unit = (quantity: string, factor: string, name: string, symbol = name): Unit => ({
  name,
  symbol,
  quantity,
  factor,
  counts: false,
})
const counting = (quantity: string, ...names: string[]): Unit[] =>
  names.flatMap((name) => {
    const one = { name, symbol: name, quantity, factor: '1', counts: true }
    return /^\w/.test(name)
      ? [one]
      : [one, { name: `万${name}`, symbol: `万${name}`, quantity, factor: '10000', counts: false }]
  })

/** The shared vocabulary. A form adds its own under `units`. */
export const vocabulary: ReadonlyMap<string, Unit> = new Map(
  [
    ...counting(
      'items',
      '个',
      '项',
      '件',
      '次',
      '期',
      '条',
      '份',
      '处',
      '座',
      '台',
      '套',
      '辆',
      '艘',
      '栋',
      '间',
      '只',
      '头',
      '株',
      '页',
      '册',
    ),
    ...counting('people', '人', '名', '位'),
    ...counting('person-times', '人次'),
    ...counting('firms', '家', '户', '所'),
    ...counting('days', '天', '日'),
    ...counting('items', 'items', 'units', 'each', 'pieces'),
    ...counting('people', 'people', 'persons', 'employees'),
    ...counting('days', 'days'),
    unit('ratio', '0.01', '%'),
    unit('ratio', '0.001', '‰'),
    unit('mass', '1000', '吨'),
    unit('mass', '10000000', '万吨'),
    unit('mass', '100000000000', '亿吨'),
    unit('mass', '1', '千克'),
    unit('mass', '1', '公斤'),
    unit('mass', '1', 'kg'),
    unit('mass', '0.001', '克'),
    unit('mass', '1000', 't'),
    unit('mass', '0.45359237', 'lb'),
    unit('mass', '0.45359237', 'pounds'),
    unit('mass', '0.028349523125', 'ounces'),
    unit('mass', '0.028349523125', 'oz'),
    unit('mass', '1000', 'metric tons'),
    unit('mass', '907.18474', 'short tons'),
    unit('coal equivalent', '1000', '吨标准煤'),
    unit('coal equivalent', '10000000', '万吨标准煤'),
    unit('carbon dioxide', '1000', '吨二氧化碳', '吨CO~2~'),
    unit('carbon dioxide', '10000000', '万吨二氧化碳', '万吨CO~2~'),
    unit('energy', '1', '度'),
    unit('energy', '10000', '万度'),
    unit('energy', '1', '千瓦时'),
    unit('energy', '10000', '万千瓦时'),
    unit('energy', '100000000', '亿千瓦时'),
    unit('energy', '1', 'kWh'),
    unit('energy', '1000', 'MWh'),
    unit('heat', '1', '百万千焦'),
    unit('heat', '1', '吉焦', 'GJ'),
    unit('power', '1', '千瓦'),
    unit('power', '10000', '万千瓦'),
    unit('power', '1', 'kW'),
    unit('volume', '1', 'm3', 'm^3^'),
    unit('volume', '10000', '万m3', '万m^3^'),
    unit('volume', '1', '立方米'),
    unit('volume', '10000', '万立方米'),
    unit('volume', '0.001', '升'),
    unit('volume', '0.003785411784', 'gallons'),
    unit('volume', '0.003785411784', 'gal'),
    unit('volume', '0.158987294928', 'barrels'),
    unit('volume', '0.028316846592', 'cubic feet'),
    unit('volume', '0.028316846592', 'cu ft'),
    unit('volume', '0.764554857984', 'cubic yards'),
    unit('volume', '0.764554857984', 'cu yd'),
    unit('area', '1', 'm2', 'm^2^'),
    unit('area', '1', '平方米'),
    unit('area', '10000', '万平方米'),
    unit('area', '10000', '公顷'),
    unit('area', '1000000', '平方公里'),
    unit('area', '4046.8564224', 'acres'),
    unit('area', '4046.8564224', 'ac'),
    unit('area', '0.09290304', 'square feet'),
    unit('area', '0.09290304', 'sq ft'),
    unit('area', '0.83612736', 'square yards'),
    unit('area', '0.83612736', 'sq yd'),
    unit('area', '2589988.110336', 'square miles'),
    unit('area', '2589988.110336', 'sq mi'),
    unit('area in mu', '1', '亩'),
    unit('area in mu', '10000', '万亩'),
    unit('length', '1', '米'),
    unit('length', '1000', '公里'),
    unit('length', '1000', '千米'),
    unit('length', '10000000', '万公里'),
    unit('length', '1', 'm'),
    unit('length', '1000', 'km'),
    unit('length', '1609.344', 'miles'),
    unit('length', '1609.344', 'mile'),
    unit('length', '1609.344', 'mi'),
    unit('length', '0.9144', 'yards'),
    unit('length', '0.9144', 'yd'),
    unit('length', '0.3048', 'feet'),
    unit('length', '0.3048', 'foot'),
    unit('length', '0.3048', 'ft'),
    unit('length', '0.0254', 'inches'),
    unit('length', '0.0254', 'in'),
    unit('renminbi', '1', '元'),
    unit('renminbi', '1000', '千元'),
    unit('renminbi', '10000', '万元'),
    unit('renminbi', '100000000', '亿元'),
    unit('dollars', '1', '$'),
    unit('dollars', '1', '美元'),
    unit('dollars', '1', 'dollars'),
    unit('dollars', '10000', '万美元'),
    unit('dollars', '1000', '$1,000'),
    unit('time', '1', '小时'),
    unit('time', '1', 'hours'),
    unit('duration', '1', '年'),
    unit('duration', '1', 'years'),
    unit('months', '1', '月'),
    unit('months', '1', '个月'),
    unit('concentration', '1', 'mg/L'),
    unit('concentration in air', '1', 'mg/m3', 'mg/m^3^'),
    unit('temperature', '1', '℃'),
  ].map((entry) => [entry.name, entry]),
)
