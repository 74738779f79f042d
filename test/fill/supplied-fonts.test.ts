import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FontFileError, openFonts } from '../../src/fonts/index.ts'
import { unpack } from '../../src/package/index.ts'
import { type Files, makeFilled } from '../../src/pipeline.ts'
import { readDocx } from '../readback/docx.ts'
import { readPdf } from '../readback/pdf.ts'
import { readXlsx } from '../readback/xlsx.ts'
import { formatNames } from '../support/forms.ts'
import { tinyFont } from '../support/tiny-font.ts'

const folder = mkdtempSync(join(tmpdir(), 'biaoshi-fonts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const given = (name: string, bytes: Buffer | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** Neither Song nor Hei has it: a character of a name. */
const rare = '𬎆'
const form = 'form: x\nedition: 2024\ntitle: 示例\nparts: {t: {columns: {a: 甲, b: 乙}}}'
const filesWith = (value: string): Files => ({
  read: (path) =>
    path === '/f/x/2024.yaml' ? form : `{form: x, year: 2024, values: {t: {a: ${JSON.stringify(value)}}}}`,
  bytes: () => new Uint8Array(),
  list: (path) => (path === '/f' ? ['x'] : ['2024.yaml']),
  exists: () => true,
})
const fill = (value: string, fontFiles: readonly string[] = []) =>
  makeFilled({
    files: filesWith(value),
    definitions: '/f',
    data: '/d.yaml',
    formats: formatNames,
    fonts: openFonts(fontFiles),
  })

describe('a character that the shipped fonts lack', () => {
  it('is an error with its place and code point, and no document is made', async () => {
    const { documents, diagnostics } = await fill(`${rare}某`)
    expect(documents).toEqual([])
    expect(diagnostics).toMatchObject([
      { code: 'missing-glyph', words: { character: rare, codePoint: 'U+2C386' }, at: { file: '/d.yaml' } },
    ])
  })

  it('is drawn by a font of the user, whose name Word and Excel give it', async () => {
    const { documents, diagnostics } = await fill(`王${rare}某`, [given('rare.ttf', tinyFont('Rare Han', rare))])
    expect(diagnostics).toEqual([])
    const of = (format: string) => documents.find((each) => each.format === format)?.bytes as Uint8Array
    for (const outline of [readDocx(of('docx')), await readXlsx(of('xlsx')), await readPdf(of('pdf'))])
      expect(JSON.stringify(await outline)).toContain(`王${rare}某`)
    const part = (format: string, name: string) => new TextDecoder().decode(unpack(of(format)).get(name))
    expect(part('docx', 'word/document.xml')).toMatch(
      new RegExp(`<w:rFonts[^>]*w:eastAsia="Rare Han"[^>]*/></w:rPr><w:t[^>]*>${rare}</w:t>`),
    )
    expect(part('xlsx', 'xl/worksheets/sheet1.xml')).toMatch(
      new RegExp(`<rFont val="Rare Han"/>.{0,60}</rPr><t[^>]*>${rare}</t>`),
    )
    expect(Buffer.from(of('pdf')).toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+RareHan/)
  })

  it('is asked of the user’s fonts in their order', () => {
    const first = given('first.ttf', tinyFont('First', '‽'))
    const second = given('second.ttf', tinyFont('Second', `‽${rare}`))
    const fonts = openFonts([first, second])
    expect(['‽', rare, '字'].map((char) => fonts.supplied(char))).toEqual(['First', 'Second', undefined])
    expect(fonts.missing(`‽${rare}𬎇`)).toEqual(['𬎇'])
  })
})

describe('a font file of the user', () => {
  it('draws the face whose name it has', () => {
    const fonts = openFonts([given('song.ttf', tinyFont('SimSun', '字A'))])
    expect(fonts.file('song').id).toBe('user-1')
    expect(fonts.file('hei').id).toBe('hei')
    // As wide as the file has it, and planned no narrower.
    expect(fonts.advance('字A', { face: 'song', size: 10 })).toBe(20)
    expect(fonts.measure('A', { face: 'song', size: 10 })).toBeGreaterThanOrEqual(10)
  })

  it.each([
    ['that is missing', join(folder, 'none.ttf'), 'ENOENT'],
    ['that is none', given('text.ttf', 'no font'), 'no font'],
  ])('%s is refused', (_, file, problem) => {
    expect(() => openFonts([file])).toThrow(FontFileError)
    try {
      openFonts([file])
    } catch (error) {
      expect((error as FontFileError).given).toEqual({ file, problem })
    }
  })
})

describe('characters that are refused, with the reason', () => {
  it.each([
    ['甲\u202E乙', 'U+202E', 'bidi control'],
    ['甲\u200B乙', 'U+200B', 'invisible'],
    ['甲\u00AD乙', 'U+00AD', 'invisible'],
    ['甲\u007F乙', 'U+007F', 'invisible'],
    ['甲\u0085乙', 'U+0085', 'invisible'],
    ['葛\u{E0100}', 'U+E0100', 'selector'],
    ['x\u0301', 'U+0301', 'combining mark'],
    ['乙\u0645', 'U+0645', 'shaped script'],
  ])('%j', async (value, codePoint, problem) => {
    const { documents, diagnostics } = await fill(value)
    expect(documents).toEqual([])
    expect(diagnostics).toMatchObject([{ code: 'unsupported-character', words: { codePoint, problem } }])
  })

  it('a letter and its mark become the one character that Unicode has', async () => {
    const { documents } = await fill('Cafe\u0301 が')
    const pdf = documents.find(({ format }) => format === 'pdf')?.bytes as Uint8Array
    expect(JSON.stringify(await readPdf(pdf))).toContain('Café が')
  })

  it('Han outside the BMP are characters like any other, where a font has them', async () => {
    const { documents, diagnostics } = await fill('𠂇𠘨')
    expect(diagnostics).toEqual([])
    expect(documents).toHaveLength(formatNames.length)
  })
})
