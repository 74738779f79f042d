import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definedNamesXml, pieceName, tableName } from '../../../src/render/xlsx/names.ts'

describe('a defined name', () => {
  it('says the id it stands for', () => {
    expect(tableName('t1.s_4')).toBe('table_t1.s_4')
    const piece = { id: '表1.名称', piece: { n: 2, of: 3 } }
    expect(pieceName(piece)).toBe('cell_表1.名称_2of3')
    expect(pieceName({ ...piece, goesOn: 'inParagraph' })).toBe('cell_表1.名称_2of3c')
    expect(pieceName({ ...piece, goesOn: 'withNext' })).toBe('cell_表1.名称_2of3p')
  })

  it('spells what a name cannot hold, and capitals, which names do not tell apart', () => {
    expect(tableName('a-b/C[0]')).toBe('table_a_x002d_b_x002f__x0043__x005b_0_x005d_')
    expect(tableName('a_x002d_b')).not.toBe(tableName('a-b'))
  })

  it('is valid and its id’s alone, whatever the ids', () => {
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(tableName(a)).toMatch(/^[\p{L}_][\p{L}\p{N}._]*$/u)
        expect(tableName(a).toLowerCase() === tableName(b).toLowerCase()).toBe(a === b)
      }),
    )
  })

  it('is refused where it is too long or taken', () => {
    expect(() => tableName('a'.repeat(250))).toThrow(/255/)
    expect(() => definedNamesXml(['n', 'N'].map((name) => ({ name, refersTo: '1' })))).toThrow(/twice/)
  })
})
