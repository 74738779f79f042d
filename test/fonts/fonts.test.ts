import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { faces, type GlyphRun, markRatio, openFonts, type TextStyle } from '../../src/fonts/index.ts'
import { type Face, vocabulary } from '../../src/model/index.ts'
import { numeral } from '../../src/text/numerals.ts'

const fonts = openFonts()
const song: TextStyle = { face: 'song', size: 10 }
const everyFace = Object.keys(faces) as Face[]
const chineseFaces = ['song', 'hei', 'biaosong'] as const
const latinFaces = ['serif', 'sans'] as const
const marks = '、，。．：；！？（）［］｛｝〔〕《》〈〉「」『』“”‘’％‰℃·—…－～／￥①⑩□■√×÷±≥≤'
const ascii = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)).join('')

/** Widths as pdfkit sets them, which is what stands on the paper. */
const pdf = new PDFDocument({ autoFirstPage: false })
const onPaper = ({ file, size, text, features }: GlyphRun): number =>
  pdf
    .font(file.path)
    .fontSize(size)
    .widthOfString(text, { features: features as never })

it('a font file is opened once for all documents', () => {
  const file = fonts.file('song')
  expect(fonts.embeddable(file)).toBe(fonts.embeddable(file))
  const given = { id: 'user-1', path: file.path } as const
  expect(Buffer.compare(fonts.embeddable(given) as Uint8Array, readFileSync(file.path))).toBe(0)
  expect(fonts.embeddable(given)).toBe(fonts.embeddable(given))
})

it('the fonts have all that the program prints of itself: numerals and the symbols of units', () => {
  const numerals = ['1', '一', '甲', '①', 'A', 'a', 'I', 'i'].flatMap((pattern) =>
    Array.from({ length: 99 }, (_, n) => numeral(pattern, n + 1)),
  )
  const symbols = [...vocabulary.values()].map(({ symbol }) => symbol)
  expect(fonts.missing([...numerals, ...symbols].join(''))).toEqual([])
})

describe('measuring', () => {
  it('sets Han and their marks an em wide', () => {
    expect(fonts.measure('清洁，生产。', song)).toBeCloseTo(60)
    for (const char of '、，。：；（）《》“”—…％℃·') expect(fonts.measure(char, song), char).toBeCloseTo(10)
  })

  it('takes the wider of 宋体 and Noto: a figure is 0.557 em, a slash half an em', () => {
    expect(fonts.measure('0', song)).toBeCloseTo(5.57)
    expect(fonts.measure('1', song)).toBeCloseTo(5)
    expect(fonts.measure('/', song)).toBeCloseTo(5)
  })

  it('is never narrower than what is drawn, in any face', () => {
    for (const face of everyFace)
      for (const bold of [false, true])
        for (const char of `${ascii}${marks}’–清洁₂³é☑Ω`) {
          const style = { face, size: 10, bold }
          expect(fonts.measure(char, style), char).toBeGreaterThanOrEqual(fonts.advance(char, style))
        }
  })

  it('adds up: a text is as wide as its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ascii, ...marks, '清', '—', '𠮷', '\u0301') }), (text) => {
        const sum = [...text].reduce((width, char) => width + fonts.measure(char, song), 0)
        expect(fonts.measure(text, song)).toBeCloseTo(sum)
      }),
    )
  })

  it('gives no width to what modifies its neighbour', () => {
    expect(fonts.measure('\u0301\uFE0F\u200D\u00AD', song)).toBe(0)
    expect(fonts.measure('', song)).toBe(0)
  })

  it('sets superscript and subscript at one ratio of the size', () => {
    for (const mark of ['sup', 'sub'] as const) {
      expect(fonts.measure('[1]', { ...song, mark })).toBeCloseTo(fonts.measure('[1]', song) * markRatio)
      expect(fonts.advance('[1]', { ...song, mark })).toBeCloseTo(15 * markRatio)
    }
  })

  it('measures a million characters in a fraction of a second', () => {
    const long = '清洁生产审核2020年'.repeat(100_000)
    fonts.measure(long, song)
    const start = performance.now()
    fonts.measure(long, song)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a face for Latin letters', () => {
  it('draws each letter of its own width', () => {
    for (const face of latinFaces) {
      const width = (text: string) => fonts.advance(text, { face, size: 10 })
      expect(width('i'), face).toBeLessThan(4)
      expect(width('W'), face).toBeGreaterThan(8)
      expect(width('清洁'), face).toBeCloseTo(20)
    }
  })

  it('sets figures alike, so that they stand below each other', () => {
    for (const face of latinFaces)
      for (const bold of [false, true]) {
        const widths = [...'0123456789'].map((figure) => fonts.advance(figure, { face, size: 10, bold }))
        expect(new Set(widths).size, face).toBe(1)
      }
  })

  it('sets quotation marks, apostrophe and ellipsis as Western ones', () => {
    const width = (text: string) => fonts.advance(text, { face: 'serif', size: 10 })
    expect(width('maker’s')).toBeLessThan(width('makers') + 4)
    expect(width('“”')).toBeLessThan(10)
    expect(width('…')).toBeLessThan(10)
  })

  it('measures at least what Times New Roman and Arial need, by their published metrics', () => {
    const em = (face: Face, char: string, bold = false) => fonts.measure(char, { face, size: 1000, bold })
    for (const [char, width] of Object.entries({ A: 722, '{': 480, '?': 444, '0': 500, '—': 1000, '’': 333 }))
      expect(em('serif', char), char).toBeGreaterThanOrEqual(width)
    for (const [char, width] of Object.entries({ G: 778, '%': 1000, '"': 555 }))
      expect(em('serif', char, true), char).toBeGreaterThanOrEqual(width)
    for (const [char, width] of Object.entries({ ' ': 278, E: 667, W: 944, c: 556, '–': 556 }))
      expect(em('sans', char), char).toBeGreaterThanOrEqual(width)
  })

  it('is not measured wider than it must be: a line holds more words than half-em letters would fill', () => {
    const text = 'Are the costs for your main home located in the United States?'
    expect(fonts.measure(text, { face: 'serif', size: 10 })).toBeLessThan(fonts.measure(text, song))
    for (const char of 'aemn0') {
      const style = { face: 'serif', size: 10 } as const
      expect(fonts.measure(char, style), char).toBeCloseTo(fonts.advance(char, style))
    }
  })
})

describe('drawing', () => {
  it('sets every ASCII character half an em wide, the dash a full em', () => {
    for (const face of chineseFaces) {
      for (const char of ascii) expect(fonts.advance(char, { face, size: 10 }), char).toBeCloseTo(5)
      expect(fonts.advance('——', { face, size: 10 })).toBeCloseTo(20)
    }
  })

  it('takes as much room on paper as it says', () => {
    for (const face of everyFace)
      for (const bold of [false, true])
        for (const char of `${ascii}${marks}清洁生产é²³αω`) {
          const style = { face, size: 10, bold }
          const [run] = fonts.glyphRuns(char, style) as [GlyphRun]
          expect(onPaper(run), `${char} in ${face}`).toBeCloseTo(run.width)
          expect(fonts.advance(char, style)).toBeCloseTo(run.width)
        }
  })

  it('does so whatever characters stand side by side', () => {
    const unit = fc.constantFrom(
      ...ascii,
      ...marks,
      ...'清洁生产',
      '—',
      '——',
      'ffi',
      'AV',
      'é',
      '葛󠄀',
      '☑',
      '₂',
      '\u00A0',
    )
    const style = fc.record({
      face: fc.constantFrom(...everyFace),
      size: fc.constantFrom(9, 10.5, 22),
      bold: fc.boolean(),
      mark: fc.constantFrom('sup', 'sub', undefined),
    })
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), style, (text, style) => {
        let x = 0
        for (const run of fonts.glyphRuns(text, style)) {
          if (run.stands === undefined) {
            expect(onPaper(run), run.text).toBeCloseTo(run.width)
            expect(run.x).toBeCloseTo(x)
          }
          x += run.width
        }
        expect(fonts.advance(text, style)).toBeCloseTo(x)
      }),
    )
  })

  it('draws the whole text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ascii, ...marks, ...'清洁', '☑', '₂', '󠄀') }), (text) => {
        const drawn = fonts.glyphRuns(text, song).filter((run) => run.stands === undefined || run.width > 0)
        expect(drawn.map((run) => run.stands ?? run.text).join('')).toBe(text.replaceAll(/(?<=[☑₂])󠄀+/gu, ''))
      }),
    )
  })

  it('leaves out what prints nothing', () => {
    expect(fonts.glyphRuns('清\u00AD\u200B\n洁', song).map((run) => run.text)).toEqual(['清洁'])
  })

  it('raises superscript and lowers subscript, smaller', () => {
    const [up] = fonts.glyphRuns('3', { ...song, mark: 'sup' })
    const [down] = fonts.glyphRuns('2', { ...song, mark: 'sub' })
    expect(up).toMatchObject({ text: '3', size: 6.5, rise: expect.any(Number) })
    expect(up?.rise).toBeGreaterThan(2)
    expect(down?.rise).toBeLessThan(0)
  })

  it('composes what no font has, and says what it stands for', () => {
    expect(fonts.glyphRuns('☑', song)).toMatchObject([
      { text: '□', x: 0, width: 10, stands: '☑' },
      { text: '√', width: 0, stands: '☑' },
    ])
    expect(fonts.glyphRuns('O₂', song)).toMatchObject([{ text: 'O' }, { text: '2', size: 6.5, x: 5, stands: '₂' }])
    expect(fonts.advance('₂', song)).toBeCloseTo(3.25)
  })
})

describe('coverage', () => {
  it('has every Han character and mark of GB 2312, and the signs of forms', () => {
    const decoder = new TextDecoder('gb2312')
    const bytes: number[] = []
    for (let row = 0xa1; row <= 0xf7; row++)
      if (row < 0xaa || row > 0xaf) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
    const text = decoder.decode(new Uint8Array(bytes)).replaceAll(/[\uFFFD\uE000-\uF8FF]/g, '')
    expect(text.length).toBeGreaterThan(7000)
    for (const face of everyFace) {
      const lacking = [...text].filter((char) => char.trim() !== '' && fonts.chain(char, face) === undefined)
      expect(lacking.join('')).toBe('')
    }
    expect(fonts.missing('□☐☑☒■√₀₂₃²³⁴“”‘’…—·％‰℃m①〔〕－㎡\u00A0\u3000\n\u200B')).toEqual([])
  })

  it('names what it cannot draw, once each', () => {
    expect(fonts.missing('清👩洁𠮷👩')).toEqual(['👩', '𠮷'])
    expect(fonts.covers('清')).toBe(true)
    expect(fonts.covers('👩')).toBe(false)
  })

  it('draws with the face’s own file before another', () => {
    expect(fonts.chain('清', 'hei')?.id).toBe('hei')
    expect(fonts.chain('清', 'song', true)?.id).toBe('song-bold')
    expect(fonts.chain('☑', 'song')).toBeUndefined()
  })
})

describe('the files', () => {
  it('are three, and there', () => {
    const files = everyFace.flatMap((face) => [fonts.file(face), fonts.file(face, true)])
    expect(new Set(files.map((file) => file.id)).size).toBe(3)
    for (const { path } of files) expect(existsSync(path), path).toBe(true)
  })

  it('are not opened, and fontkit not loaded, before something is measured', () => {
    const source = (name: string) =>
      readFileSync(fileURLToPath(new URL(`../../src/fonts/${name}`, import.meta.url)), 'utf8')
    for (const name of ['index.ts', 'fonts.ts', 'open-face.ts', 'true-type.ts', 'fontkit.ts', 'files.ts'])
      expect(source(name)).not.toMatch(/^import (?!type).*'fontkit'/m)
    expect(() => openFonts()).not.toThrow()
  })

  it('are named in Word and Excel by fonts that every office has', () => {
    for (const face of everyFace)
      expect(['宋体', '黑体', '仿宋', '方正小标宋简体'], face).toContain(faces[face].office.name)
    expect(chineseFaces.map((face) => faces[face].office.latin)).toEqual(['宋体', '黑体', '宋体'])
    expect(latinFaces.map((face) => faces[face].office.latin)).toEqual(['Times New Roman', 'Arial'])
    expect(faces.biaosong.office.bold).toBe(true)
  })
})
