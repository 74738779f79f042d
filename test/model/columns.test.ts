import { describe, expect, it } from 'vitest'
import { type Block, cellUnit, leafColumns } from '../../src/model/index.ts'
import { formOf } from '../bind/support/binding.ts'

describe('the unit of a row', () => {
  const { definition } = formOf(`
t:
  columns: {n: 项 | stub, u: 单位 | unit, a: 数量 | number, r: 系数 | rate, s: 千瓦时 | 千瓦时}
  rows: {coal: {label: 煤, unit: 吨}, part: {label: 占比, unit: '%'}}
`)
  const block = definition.parts[0]?.tables[0]?.content as Block
  const units = block.rows.map((row) => leafColumns(block.columns).map((column) => cellUnit(block, row, column)?.name))

  it('is that of its figures, but for columns with one of their own; of a rate only where it is a ratio', () => {
    expect(units).toEqual([
      ['吨', '吨', '吨', undefined, '千瓦时'],
      ['%', '%', '%', '%', '千瓦时'],
    ])
  })
})
