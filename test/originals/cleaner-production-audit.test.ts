import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/model/index.ts'
import { documentOf, request } from '../support/forms.ts'
import { type Row, type Transcript, tidy, transcript } from '../support/transcript.ts'

const seed = readFileSync(new URL('../fixtures/seeds/cleaner-production-audit-2020.txt', import.meta.url), 'utf8')
const document = documentOf(request('cleaner-production-audit', 2020))
const printed = transcript(document)
const { blocks: original, repeated } = withoutRepeatedLabels(parsed(seed))
const tables = (blocks: Transcript): Row[][] => blocks.filter((block) => Array.isArray(block))
const texts = (blocks: Transcript): string[] => blocks.filter((block) => typeof block === 'string')
const ofKind = (start: RegExp) => texts(original).filter((text) => start.test(text))

/**
 * The seed: a line that starts with a tab begins a cell, and the lines after it that do not are the cell's further lines,
 * even after an empty one. One empty line ends a row, two end a table.
 */
function parsed(text: string): Transcript {
  const blocks: Transcript = []
  let rows: string[][] | undefined
  let inRow = false
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('\t')) {
      if (rows === undefined) {
        rows = []
        blocks.push(rows)
      }
      if (!inRow) rows.push([])
      rows.at(-1)?.push(line.slice(1))
      inRow = true
    } else if (rows === undefined) blocks.push(line)
    else if (line !== '') {
      const row = rows.at(-1) as string[]
      row.push(`${row.pop()}\n${line}`)
      inRow = true
    } else {
      inRow = false
      if (lines[at + 1] === '') rows = undefined
    }
  }
  return joinedTexts(blocks.map((block) => (Array.isArray(block) ? block.map((cells) => cells.map(tidy)) : block)))
}

/** A paragraph of the notes goes on over the lines that begin with spaces and no mark of their own. */
function joinedTexts(blocks: Transcript): Transcript {
  const joined: Transcript = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const goesOn = typeof block === 'string' && /^ +(?!\[\d+\]|（\d）| )/.test(block)
    if (goesOn && typeof last === 'string') joined[joined.length - 1] = tidy(last + block)
    else if (Array.isArray(block)) joined.push(block)
    else if (block.trim() !== '') joined.push(tidy(block))
  }
  return joined
}

/** Word split two merged cells at a page's end and says their labels again: where a label stands, nothing is new. */
function withoutRepeatedLabels(blocks: Transcript): { blocks: Transcript; repeated: string[] } {
  const repeated: string[] = []
  const cleaned = blocks.map((block) => {
    if (!Array.isArray(block)) return block
    let label = ''
    return block.map(([first = '', ...others]) => {
      const again = first !== '' && first === label && /^[一-十]+、/.test(first)
      if (again) repeated.push(first)
      if (first !== '') label = first
      return [again ? '' : first, ...others]
    })
  })
  return { blocks: cleaned, repeated }
}

/** The number of a table and its title stand two spaces, a wide one, or none apart. */
const titled = (block: Transcript[number]): Transcript[number] =>
  typeof block === 'string' ? block.replace(/^(表\d(?:-\d)?)\s*(?=\S)/, '$1 ') : block

describe('the parser of the seed', () => {
  it('takes every character of it', () => {
    const taken = [...original.flat(2), ...repeated].join('').replace(/\s/g, '')
    expect([...taken].sort().join('')).toBe([...seed.replace(/\s/g, '')].sort().join(''))
  })

  it('takes every cell of it', () => {
    expect(tables(original).flat(2)).toHaveLength(seed.match(/^\t/gm)?.length as number)
    expect(tables(original).flat(2)).toHaveLength(690)
  })

  it('finds five tables, of which the first has 61 rows', () => {
    expect(tables(original).map((rows) => rows.length)).toEqual([61, 7, 7, 10, 8])
  })

  it('finds the thirteen sections', () => {
    const labels = tables(original)[0]?.map(([first]) => /^([一二三四五六七八九十]+)、/.exec(first ?? '')?.[1])
    expect(labels?.filter(Boolean).join(' ')).toBe('一 二 三 四 五 六 七 八 九 十 十一 十二 十三')
  })

  it('sets aside the two labels that Word repeated', () => {
    expect(repeated).toEqual([
      '三、2020年强制性清洁生产审核工作基本情况',
      '九、2020年本行政区域推进清洁生产审核实施的技术支撑能力建设情况',
    ])
  })

  it('finds the notes and the filling instructions', () => {
    expect(ofKind(/^(注：)?\[\d\]/)).toHaveLength(8 + 4 + 4)
    expect(ofKind(/^(填报说明：)?（\d）/)).toHaveLength(3 + 3)
  })

  it('finds the title, the cover and the tables’ titles', () => {
    expect(texts(original)).toHaveLength(2 + 5 + (1 + 3 + 3) + (8 + 4 + 4) + (3 + 3))
  })
})

describe('the grid of 2020 prints', () => {
  it('every paragraph of the original, in order', () => {
    expect(texts(printed).map(titled)).toEqual(texts(original).map(titled))
  })

  it.each([0, 1, 2, 3, 4])('every row and cell of table %i', (at) => {
    expect(tables(printed)[at]).toEqual(tables(original)[at])
  })

  it('nothing else, and all of it where it stands there', () => {
    expect(printed.map(titled)).toEqual(original.map(titled))
  })
})

describe('the grid of 2020', () => {
  const contents = document.items.flatMap((item) =>
    item.kind === 'table' ? Array.from(item.rows).flatMap(({ cells }) => cells.flatMap(({ content }) => content)) : [],
  )

  it('holds no spaces for width', () => {
    expect(contents.map(plain).filter((text) => tidy(text) !== text)).toEqual([])
  })

  it('has the marks that the seed lost: SO₂ in two headers, m³ in two unit rows', () => {
    const marks = contents.flat().filter(({ mark, note }) => mark && note === undefined)
    const [subscript, superscript] = [
      { text: '2', mark: 'sub' },
      { text: '3', mark: 'sup' },
    ]
    expect(marks).toEqual([subscript, superscript, subscript, superscript])
  })

  it('raises each note’s mark and cites by it the note that begins with it', () => {
    const begins = new Map(
      document.items.flatMap((item) =>
        item.kind === 'text' && item.note !== undefined ? [[item.note, plain(item.content)]] : [],
      ),
    )
    const cited = contents.flat().filter(({ note }) => note !== undefined)
    expect(cited).toHaveLength(
      tables(original)
        .flat(2)
        .join('')
        .match(/\[\d\]/g)?.length as number,
    )
    for (const { note, text, mark } of cited) {
      expect(mark).toBe('sup')
      expect(
        begins
          .get(note as string)
          ?.replace(/^注：/, '')
          .slice(0, text.length),
      ).toBe(text)
    }
  })
})
