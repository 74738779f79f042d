import { describe, expect, it } from 'vitest'
import { bound, formOf, rowsOf } from './support/binding.ts'

const form = formOf('t: {columns: {name: 企业 | text, a: 产值 | 万元}, list: 2}\n')
const read = (csv: string | Uint8Array) => bound(form, 't: {file: a.csv}\n', { 'a.csv': csv })

describe('a CSV file is told of at its line and column', () => {
  it.each([
    ['after empty lines', '\n\nname,a\n\n\n甲,x2\n', 'a.csv:6:3'],
    [
      'of CRLF, quotes and line breaks in fields',
      '\r\nname,a\r\n\r\n"甲\r\n""q"" 1",1\r\n\r\n\r\n乙,x2\r\n',
      'a.csv:8:3',
    ],
    ['of CR alone', 'name,a\r甲,1\r乙,x2\r', 'a.csv:3:3'],
    ['with a byte order mark', '\ufeffname,a\n甲,x2\n', 'a.csv:2:3'],
    ['in quotes, after white space', 'name,a\n"甲,乙",  x2  \n', 'a.csv:2:9'],
    ['after lines of blank fields', 'name,a\n甲,1\n  ,  \n,\n甲,x2', 'a.csv:5:3'],
  ])('%s', (_, csv, at) => {
    const { told, places } = read(csv)
    expect(told).toEqual([['not-a-figure', 'x2']])
    expect(places).toEqual([at])
  })

  it('each of several lines that are alike', () => {
    expect(read('name,a\n甲,x2\n\n甲,x2\n  ,  \n甲,x2').places).toEqual(['a.csv:2:3', 'a.csv:4:3', 'a.csv:6:3'])
  })

  it('far down a long file', () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `"企业，第 ${n} 家",${n}\r\n`).join('')
    const { places } = read(`name,a\r\n${lines}\r\n最后,x\r\n`)
    expect(places).toEqual(['a.csv:30003:4'])
  })
})

describe('a character that no document can hold', () => {
  it('is told where it stands, each of them', () => {
    const { told, places, report } = read('name,a\n甲\0乙\0,1\n"丙\u0001\n丁\u0008",2\u0002\n戊,3\n')
    expect(report.map(({ code, words }) => [code, words.character])).toEqual([
      ['invalid-character', 'U+0000'],
      ['invalid-character', 'U+0000'],
      ['invalid-character', 'U+0001'],
      ['invalid-character', 'U+0008'],
      ['invalid-character', 'U+0002'],
    ])
    expect(told.map(([, text]) => text)).toEqual(['\0', '\0', '\u0001', '\u0008', '\u0002'])
    expect(places).toEqual(['a.csv:2:2', 'a.csv:2:4', 'a.csv:3:3', 'a.csv:4:2', 'a.csv:4:6'])
  })

  it('in YAML too, written as it is or as an escape; of a text the first ten', () => {
    const { places } = bound(form, 't: {list: [{name: "甲\\u0001乙\\u0001", a: 1}]}\n')
    expect(places).toEqual(['data.yaml:4:23', 'data.yaml:4:30'])
    expect(bound(form, `t: {list: [{name: "${'甲\\u0001'.repeat(30)}"}]}\n`).places).toHaveLength(10)
  })
})

describe('a tab between words', () => {
  it('is printed as a space, which is said with its place', () => {
    const csv = read('name;a\n甲\t厂\t;1\n"乙\n丙\t",2\n'.replace(',2', ';2'))
    expect(rowsOf(csv, 't').map(({ name }) => name)).toEqual(['甲 厂 ', '乙\n丙 '])
    expect(csv.report.map(({ code, at }) => [code, at?.start])).toEqual([['tab-in-text', 8]])
  })

  it('is one in a quantity and a telephone number too', () => {
    const form = formOf('t: {columns: {q: 量 | quantity, p: 电话 | phone}, list: 1}\n')
    const csv = bound(form, 't: {file: a.csv}\n', { 'a.csv': 'q,p\n12\t吨,010\t12345678\n' })
    expect(rowsOf(csv, 't')).toEqual([{ q: '12 吨', p: '010 12345678' }])
    expect(csv.remarks).toEqual(['tab-in-text', 'tab-in-text'])
  })
})

describe('a CSV file', () => {
  it('has fields with commas, quotes and line breaks', () => {
    expect(rowsOf(read('name,a\r\n"甲,""乙""\r\n厂",1\r\n'), 't')).toEqual([{ name: '甲,"乙"\n厂', a: '1' }])
  })

  it('may be GB18030', () => {
    const bytes = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x2c, 0x61, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0a])
    expect(rowsOf(read(bytes), 't')).toEqual([{ name: '甲', a: '1' }])
  })

  it('has the Han of names that GB 18030-2005 added, in two bytes or four', () => {
    const bytes = Buffer.concat([
      Buffer.from('name,a\n'),
      new Uint8Array([0xfe, 0x51, 0xfe, 0x91, 0x95, 0x32, 0x90, 0x31]),
      Buffer.from(',1\n'),
    ])
    expect(rowsOf(read(bytes), 't')).toEqual([{ name: '𠂇𤇾𠂇', a: '1' }])
  })

  it('says which encoding only where it is not certain', () => {
    const text = 'name,a\n甲,1\n'
    const utf16 = [...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])
    const big = utf16.flatMap((_, n) => (n % 2 === 0 ? [utf16[n + 1] as number, utf16[n] as number] : []))
    for (const bytes of [
      Buffer.from(text),
      new Uint8Array([0xff, 0xfe, ...utf16]),
      new Uint8Array([0xfe, 0xff, ...big]),
    ]) {
      const csv = read(bytes)
      expect([csv.told, csv.remarks]).toEqual([[], []])
      expect(rowsOf(csv, 't')).toEqual([{ name: '甲', a: '1' }])
    }
    const gb = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x2c, 0x61, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0a])
    expect(read(gb).remarks).toEqual(['csv-encoding'])
  })

  it.each([
    ['UTF-16 without its mark', [0x6e, 0, 0x2c, 0, 0x61, 0, 0x0a, 0]],
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xff]],
  ])('is not %s', (_, bytes) => {
    expect(read(new Uint8Array(bytes)).told).toEqual([['unknown-encoding', 'a.csv']])
  })

  it.each([
    ['tabs', 'name\ta\n"甲\t厂"\t1\n'],
    ['semicolons', '\ufeff"name";a\r\n甲\t厂;1\r\n'],
  ])('may part its fields by %s', (_, text) => {
    const csv = read(text)
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲 厂', a: '1' }])
  })

  it.each([
    ['sep=;\r\n"name";a\r\n甲,乙;1\r\n', '甲,乙'],
    ['\ufeffsep=\t\nname\ta\n甲;乙\t1\n', '甲;乙'],
    ['"SEP=,"\nname,a\n甲,1\n', '甲'],
  ])('may say in its first line what parts them, as Excel is told: %j', (text, name) => {
    const csv = read(text)
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name, a: '1' }])
  })

  it('may have lines without their last fields, which is told once', () => {
    const csv = read('name,a,\n甲,1\n乙\n丙\n\n丁,4,\n')
    expect(csv.told).toEqual([['csv-few-fields', '乙']])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲', a: '1' }, { name: '乙' }, { name: '丙' }, { name: '丁', a: '4' }])
  })

  it('has its header in the first line', () => {
    const csv = read('2024年企业名录,\nname,a\n甲,1\n')
    expect(csv.told).toEqual([['csv-header', '2024年企业名录']])
    expect(rowsOf(csv, 't')).toEqual([])
  })

  it('tells a column without header once, not in every line', () => {
    expect(read('name,,a\n甲,x,1\n乙,y,2\n').told).toEqual([['csv-fields', 'x']])
  })

  it('has rows only: a numbered line without more is none, nor is a note', () => {
    const numbered = formOf('t: {columns: {seq: 序号 | seq, name: 企业 | text}, list: 2}\n')
    const csv = bound(numbered, 't: {file: a.csv}\n', { 'a.csv': '序号,企业\n1,甲\n（2）,\n……,\n注：略,\n' })
    expect(csv.told).toEqual([['not-a-row', '注：略']])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲' }])
  })

  describe('where rows are numbered', () => {
    const numbered = formOf('t: {columns: {seq: 序号 | seq, name: 企业 | text}, list: 2}\n')
    const told = (csv: string, of = numbered) => {
      const { report, places } = bound(of, 't: {file: a.csv}\n', { 'a.csv': csv })
      return report.map(({ code, words }, n) => [code, words.text, words.number, words.rows, places[n]])
    }

    it.each([
      ['counts its rows', '序号,企业\n1,甲\n2,乙\n003,丙\n'],
      ['counts them in Chinese or brackets', '序号,企业\n一、,甲\n（2）,乙\n'],
      ['may leave numbers out', '序号,企业\n,甲\n2,乙\n,丙\n'],
      ['may have the numbers of a blank below', '序号,企业\n1,甲\n2,\n3,\n……,\n'],
    ])('%s', (_, csv) => {
      expect(told(csv)).toEqual([])
    })

    it('is told once of numbers that are not those of the form', () => {
      expect(told('企业,序号\n甲,1\n乙,3\n丙,4\n丁,A-07\n')).toEqual([['csv-numbers', '3', '2', '3', 'a.csv:3:3']])
    })

    it('counts rows, not lines, and on from the rows that the form names', () => {
      const named = formOf('t: {columns: {seq: 序号 | seq, name: 企业 | stub, a: 数 | 个}, rows: {x: 其一}, list: 1}\n')
      expect(told('序号,企业,a\n2,甲,1\n\n3,乙,1\n', named)).toEqual([])
      expect(told('序号,企业,a\n1,甲,1\n\n2,乙,1\n', named)).toEqual([])
      expect(told('序号,企业,a\n4,甲,1\n', named).map(([code]) => code)).toEqual(['csv-numbers'])
    })
  })

  it('may end its lines with commas', () => {
    const csv = read('name,a,\n甲,1,,\n乙,2,\n,,,\n')
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([
      { name: '甲', a: '1' },
      { name: '乙', a: '2' },
    ])
  })

  it.each([
    ['beyond the header', 'name,a\n甲,1,234\n'],
    ['under an empty header', 'name,a,\n甲,1,234\n'],
  ])('has no value %s', (_, csv) => {
    expect(read(csv).told).toEqual([['csv-fields', '234']])
  })

  it('has no quotes out of place, and all are told', () => {
    const { told, places } = read('name,a\n甲"乙",2\n"丙"丁,3\n戊,x\n')
    expect(told.map(([code]) => code)).toEqual(['csv-quote', 'csv-quote', 'not-a-figure'])
    expect(places).toEqual(['a.csv:2:2', 'a.csv:3:3', 'a.csv:4:3'])
  })

  it('has no quote that never closes', () => {
    const { told, places } = read('name,a\n甲,1\n"乙,2\n丙,3\n')
    expect(told).toEqual([['csv-syntax', '"']])
    expect(places).toEqual(['a.csv:3:1'])
  })

  it('may have no rows, but not nothing', () => {
    expect(read('name,a\n').told).toEqual([])
    expect(read('\r\n').told.map(([code]) => code)).toEqual(['csv-syntax'])
  })
})
