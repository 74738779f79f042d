import { describe, expect, it } from 'vitest'
import { type GridDocument, plain, type TextBlock } from '../../src/model/index.ts'
import { fonts } from '../support/forms.ts'
import { documentOf } from './support/filled.ts'

describe('tables without titles on one page', () => {
  const table = (id: string) => `  ${id}: {newPage: false, columns: {x: 甲, y: 乙}, list: 2}`
  const { pages } = documentOf(`parts:\n${table('a')}\n${table('b')}\n`)

  it('have a line’s room between them', () => {
    const [items = []] = [...pages].map((page) => page.items)
    const rows = items.filter((item) => item.kind === 'row')
    const last = rows.findLast((row) => row.table.id === 'a')
    const first = rows.find((row) => row.table.id === 'b')
    expect((first?.y ?? 0) - ((last?.y ?? 0) + (last?.height ?? 0))).toBeGreaterThan(10)
  })
})

describe('notes and instructions in Latin letters', () => {
  const document = documentOf(`lang: en-US
numbering: {notes: "[1]", instructions: (1)}
parts:
  a:
    columns: {x: "Alpha[^a] and[^b]", y: Beta}
    list: 2
    instructions: {x: Round all amounts., y: This applies to all filers.}
notes: {a: First, b: Second}
`)

  it.each([
    ['note', 'Notes: ', '[1] '],
    ['instruction', 'Instructions: ', '(1) '],
  ] as const)('have each %s’s mark below the first one’s, and its text below its text', (role, prefix, mark) => {
    const [first, second] = textsOf(document, role)
    const advance = (text: string): number => {
      const { face, size, bold } = document.styles[second?.style ?? 'note']
      return fonts.advance(text, { face, size, bold })
    }
    const [head, other] = [first, second].map((block) => document.styles[block?.style ?? 'note'].indent)
    expect(plain(first?.content ?? [])).toContain(prefix + mark)
    expect(other?.first).toBeCloseTo(advance(prefix))
    expect(other?.rest).toBeCloseTo(advance(prefix + mark))
    expect(head).toEqual({ first: 0, rest: other?.rest })
  })
})

const textsOf = ({ items }: GridDocument, role: TextBlock['role']): TextBlock[] =>
  items.filter((item) => item.kind === 'text').filter((item) => item.role === role)
