import { describe, expect, it } from 'vitest'
import { withHeaders } from '../../../src/layout/grid/headers.ts'
import type { GridRow } from '../../../src/model/index.ts'
import { documentOf, forms } from '../../support/forms.ts'
import { cell, row } from '../support/tables.ts'

/** Cells by id, each with the ids of what heads it; `|id` is a row label, `^id` a column label, `3` and `/2` spans. */
function headed(rows: readonly string[], headerRows = 0): Record<string, string> {
  const ends: number[] = []
  const grid = rows.map((cells, y): GridRow => {
    let column = 0
    const free = () => {
      while ((ends[column] ?? 0) > y) column++
    }
    return row(
      `r${y}`,
      cells.split(' ').map((said) => {
        const [, mark, id = '', colSpan, rowSpan] = /^([|^]?)([a-z]+)(\d?)(?:\/(\d))?$/.exec(said) ?? []
        free()
        const scope = mark === '|' ? { scope: 'row' as const } : mark === '^' ? { scope: 'column' as const } : {}
        const made = cell(id, column, id, { colSpan: Number(colSpan || 1), rowSpan: Number(rowSpan || 1), ...scope })
        for (let n = 0; n < made.colSpan; n++) ends[column++] = y + made.rowSpan
        return made
      }),
    )
  })
  const all = [...withHeaders(grid, headerRows)].flatMap(({ cells }) => cells)
  return Object.fromEntries(all.flatMap(({ id, headers }) => (headers ? [[id, headers.join(' ')]] : [])))
}

describe('what heads a cell', () => {
  it('is within its section, of each level of labels', () => {
    expect(headed(['^h ^i2', '|s/3 ^a2', '^b ^c', 'x y', '|t z2'], 1)).toEqual({
      h: '',
      i: '',
      s: 'h',
      a: 's i',
      b: 's i a',
      c: 's i a',
      x: 's i a b',
      y: 's i a c',
      t: 'h',
      z: 't i',
    })
  })

  it('is the nearest where labels follow data', () => {
    expect(headed(['^a ^b', 'x y', '^c ^d', 'z w'])).toMatchObject({ x: 'a', c: '', z: 'c', w: 'd' })
  })

  it('is no label narrower than the cell, and none above such a cell', () => {
    expect(headed(['^a ^b', 'x y', 'note2', 'z w'])).toMatchObject({ x: 'a', note: '', z: '', w: '' })
  })

  it('goes on below the label of a group of rows', () => {
    expect(headed(['^a ^b', '|group2', '|x y'])).toMatchObject({ x: 'a', y: 'x b' })
  })

  it('is the label on its own side where two blocks stand side by side', () => {
    expect(headed(['^a ^b ^c ^d', '|x y |z w'])).toMatchObject({ y: 'x b', z: 'c', w: 'z d' })
  })

  it('is each of the labels that touch', () => {
    expect(headed(['^a ^b ^c', '|g/2 |x y', '|z w'])).toMatchObject({ y: 'g x c', z: 'g b', w: 'g z c' })
  })
})

it.each(forms)(
  'what heads a cell of $name is left to the scopes where column labels stand in the header only',
  ({ request }) => {
    for (const item of documentOf(request).items) {
      if (item.kind !== 'table') continue
      const below = [...item.rows].slice(item.headerRows).flatMap(({ cells }) => cells)
      const labelled = below.some(({ scope }) => scope === 'column')
      expect(below.every(({ headers }) => (headers !== undefined) === labelled)).toBe(true)
    }
  },
)

it.each(forms)('every header named in $name is a header of its table, and not the cell itself', ({ request }) => {
  for (const item of documentOf(request).items) {
    if (item.kind !== 'table') continue
    const cells = [...item.rows].flatMap((each) => each.cells)
    const labels = new Set(cells.filter(({ scope }) => scope).map(({ id }) => id))
    for (const { id, headers = [] } of cells) {
      expect(headers.filter((header) => !labels.has(header))).toEqual([])
      expect(headers).not.toContain(id)
    }
  }
})
