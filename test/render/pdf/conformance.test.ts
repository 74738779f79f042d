import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../../../src/cli/files.ts'
import { makeBlank, makeFilled } from '../../../src/pipeline.ts'
import { renderPdf } from '../../../src/render/pdf/index.ts'
import {
  iccTags,
  isDict,
  type PdfFacts,
  property,
  readFacts,
  textOf,
  unescaped,
  valuesWithin,
} from '../../readback/pdf-facts.ts'
import { Ref } from '../../readback/pdf-objects.ts'
import {
  isNode,
  type PdfStructure,
  readStructure,
  type StructNode,
  widthsOf,
  within,
} from '../../readback/pdf-structure.ts'
import { fonts, request } from '../../support/forms.ts'
import { sampleDocument } from '../../support/sample.ts'

const { definitions } = request('')
const audit = request('cleaner-production-audit')
const example = (path: string) => join(definitions, path)
const asked = { files: diskFiles, definitions, formats: ['pdf'] as const, fonts }
const filled = (data: string) => makeFilled({ ...asked, data: example(data) })

/** Blank, filled with CSV, filled without, and by hand with two pages of everything. */
const documents = {
  'the blank audit form': async () => (await makeBlank({ ...asked, ...audit })).documents[0]?.bytes,
  'the audit example': async () =>
    (await filled('cleaner-production-audit/examples/example-2020.yaml')).documents[0]?.bytes,
  'the highway example': async () => (await filled('highway-condition/examples/2013.yaml')).documents[0]?.bytes,
  'the sample': () => renderPdf({ ...sampleDocument(), title: '表 <1> & 附表' }, fonts),
}

interface Read extends PdfFacts {
  readonly bytes: Uint8Array
  readonly structure: PdfStructure
  readonly nodes: readonly StructNode[]
}

type Check = (read: Read) => void

/** Requirements that are checked, by clause. */
const pdfUa: Record<string, Check> = {
  '5: the metadata say part 1': ({ xmp }) => expect(property(xmp, 'pdfuaid:part')).toBe('1'),
  '7.1: all that is painted is content or an artifact, and neither within the other': ({ content }) =>
    expect(content.flatMap(({ wronglyMarked }) => wronglyMarked)).toEqual([]),
  '7.1: types are standard ones or mapped to one': ({ nodes, file, catalog }) => {
    const mapped = file.dict(file.dict(catalog.StructTreeRoot).RoleMap)
    for (const type of Object.keys(mapped)) expect(standardTypes).toContain(file.string(mapped[type]))
    for (const { type } of nodes) expect([...standardTypes, ...Object.keys(mapped)]).toContain(type)
  },
  '7.1: the file is marked as tagged, and without suspects': ({ file, catalog }) =>
    expect(file.dict(catalog.MarkInfo)).toEqual({ Marked: true }),
  '7.1: the title is in the metadata and shown in the window': ({ xmp, structure }) => {
    expect(structure.showsTitle).toBe(true)
    expect(unescaped(property(xmp, 'rdf:li') ?? '')).toBe(structure.title)
  },
  '7.2: the file says its language': ({ structure }) => expect(structure.lang).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/),
  '7.2: tables, sections, rows and cells are one within the other': ({ nodes }) => {
    for (const node of nodes) {
      const allowed = childTypes[node.type]
      if (allowed) for (const child of node.children) expect(allowed).toContain(isNode(child) ? child.type : 'content')
    }
  },
  '7.2: each row of a table is as wide as the others, spans counted': ({ nodes }) => {
    for (const table of nodes.filter(({ type }) => type === 'Table')) expect(new Set(widthsOf(table)).size).toBe(1)
  },
  '7.4.2: headings begin at level 1 and skip none': ({ nodes }) => {
    let last = 0
    for (const { type } of nodes) {
      const level = Number(/^H(\d)$/.exec(type)?.[1] ?? 0)
      if (level === 0) continue
      expect(level).toBeLessThanOrEqual(last + 1)
      last = level
    }
  },
  '7.5: each header cell has a scope': ({ nodes }) => {
    for (const { type, attributes } of nodes) if (type === 'TH') expect(attributes.Scope).toMatch(/^(Row|Column)$/)
  },
  '7.5: headers that a cell names are header cells of its table': ({ nodes }) => {
    for (const table of nodes.filter(({ type }) => type === 'Table')) {
      const cells = within(table)
      const ids = new Set(cells.filter(({ type }) => type === 'TH').map(({ id }) => id))
      for (const { headers = [] } of cells) expect(headers.filter((id) => !ids.has(id))).toEqual([])
    }
  },
  '7.9: each note has an id of its own, in the index of ids': ({ nodes, structure }) => {
    const notes = nodes.filter(({ type }) => type === 'Note').map(({ id }) => id)
    expect(new Set(notes).size).toBe(notes.length)
    expect(structure.ids).toEqual(expect.arrayContaining(notes))
  },
  '7.10, 7.15, 7.18, 7.20: no optional content, XFA, annotations or XObjects': ({ catalog, pages }) => {
    expect(Object.keys(catalog)).not.toEqual(expect.arrayContaining(['OCProperties']))
    expect(catalog.AcroForm).toBeUndefined()
    for (const page of pages) expect(page.Annots).toBeUndefined()
  },
  '7.11: attached files have names in both forms': ({ attached }) => {
    for (const { specification } of attached) {
      expect(specification.F).toMatch(/^[\w.\-/ ]+$/)
      expect(specification.UF).toBeTypeOf('string')
    }
  },
  '7.16: the file is not encrypted': ({ file }) => expect(file.trailer.Encrypt).toBeUndefined(),
  '7.18.3: tabs follow the structure': ({ pages, file }) => {
    for (const page of pages) expect(file.string(page.Tabs)).toBe('S')
  },
  '7.21.3: codes are glyph ids of the embedded font': ({ fonts: embedded, file }) => {
    for (const { dictionary, descendant } of embedded) {
      expect(file.string(dictionary.Encoding)).toBe('Identity-H')
      expect(file.string(descendant.CIDToGIDMap)).toBe('Identity')
      expect(file.dict(descendant.CIDSystemInfo)).toEqual({ Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 })
    }
  },
  '7.21.4: every font is embedded, with each glyph that is shown': ({ fonts: embedded }) => {
    expect(embedded.length).toBeGreaterThan(0)
    for (const { program, shown } of embedded) expect(Math.max(...shown)).toBeLessThan(program.numGlyphs)
  },
  '7.21.5: glyphs are as wide as the file says': ({ fonts: embedded, file }) => {
    for (const { descendant, program, shown } of embedded) {
      const [, list] = file.list(descendant.W)
      const widths = file.list(list) as number[]
      for (const code of shown)
        expect(widths[code]).toBeCloseTo((program.getGlyph(code).advanceWidth * 1000) / program.unitsPerEm, 0)
    }
  },
  '7.21.7: every code shown has a text, none of them 0, U+FEFF or U+FFFE': ({ fonts: embedded, file }) => {
    for (const { dictionary, shown } of embedded) {
      const texts = file.stream(dictionary.ToUnicode)
      for (const code of shown) expect(textOf(texts, code)).toMatch(/^(?!(?:0000|feff|fffe)$)[\da-f]{4,}$/i)
    }
  },
  '7.21.8: the glyph of missing characters is never shown': ({ fonts: embedded }) => {
    for (const { shown } of embedded) expect([...shown]).not.toContain(0)
  },
}

const pdfA: Record<string, Check> = {
  '6.1.2: the header names version 1.7, and a comment of bytes above 127 follows': ({ file }) =>
    expect(file.text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4,}\n/),
  '6.1.3: the trailer has an identifier, no encryption, and nothing follows': ({ file }) => {
    const [first, second] = file.list(file.trailer.ID) as string[]
    expect([first?.length, second]).toEqual([16, first])
    expect(file.trailer.Encrypt).toBeUndefined()
    expect(file.text).toMatch(/%%EOF\n?$/)
  },
  '6.1.7: streams are as long as they say, in this file, deflated or plain': ({ file }) => {
    for (const id of file.ids) {
      const offset = file.offset(id)
      if (offset === undefined) continue
      const value = file.get(new Ref(id))
      if (!isDict(value) || value.Length === undefined) continue
      const start = file.text.indexOf('stream\n', offset) + 'stream\n'.length
      const end = start + (file.get(value.Length) as number)
      expect(file.text.slice(end, end + 18)).toMatch(/^\r?\nendstream\nendobj/)
      expect(['FlateDecode', undefined]).toContain(file.string(value.Filter))
      expect([value.F, value.FFilter, value.FDecodeParms]).toEqual([undefined, undefined, undefined])
    }
  },
  '6.1.9: objects begin and end on lines of their own': ({ file }) => {
    for (const id of file.ids) {
      const offset = file.offset(id)
      if (offset === undefined) continue
      expect(file.text.slice(offset - 1, offset + 20)).toMatch(new RegExp(`^\\n${id} 0 obj\\n`))
    }
  },
  '6.1.13: numbers, strings, names and objects keep within the limits': ({ file }) => {
    expect(file.ids.length).toBeLessThanOrEqual(8_388_607)
    for (const value of valuesWithin(file.ids.map((id) => file.get(new Ref(id))))) {
      if (typeof value === 'string') expect(value.length).toBeLessThan(32_767 / 2)
      if (typeof value === 'number') expect(Math.abs(value)).toBeLessThan(2 ** 31)
      if (isDict(value)) for (const key of Object.keys(value)) expect(key.length).toBeLessThanOrEqual(127)
    }
  },
  '6.2.2: content uses operators of ISO 32000-1, with the page’s own resources': ({ content }) => {
    for (const { operators, fontsSet, fontsOfPage } of content) {
      expect([...operators].filter((operator) => !contentOperators.has(operator))).toEqual([])
      expect([...fontsSet].filter((font) => !fontsOfPage.has(font))).toEqual([])
    }
  },
  '6.2.3: one output intent, with an ICC profile of a display in RGB': ({ file, catalog }) => {
    const [intent, ...more] = file.list(catalog.OutputIntents).map((entry) => file.dict(entry))
    expect(more).toEqual([])
    expect(file.string(intent?.S)).toBe('GTS_PDFA1')
    expect(file.dict(intent?.DestOutputProfile).N).toBe(3)
    const profile = Buffer.from(file.stream(intent?.DestOutputProfile), 'latin1')
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect([profile[8], profile.toString('latin1', 12, 20), profile.toString('latin1', 36, 40)]).toEqual([
      2,
      'mntrRGB ',
      'acsp',
    ])
    expect(iccTags(profile)).toEqual(['bTRC', 'bXYZ', 'cprt', 'desc', 'gTRC', 'gXYZ', 'rTRC', 'rXYZ', 'wtpt'])
  },
  '6.2.4, 6.2.5, 6.2.8 to 6.2.10: no colour but the black of the start, no images, forms or transparency': ({
    content,
    pages,
    file,
  }) => {
    const forbidden = [
      'g',
      'G',
      'rg',
      'RG',
      'k',
      'K',
      'cs',
      'CS',
      'sc',
      'SC',
      'scn',
      'SCN',
      'gs',
      'ri',
      'sh',
      'Do',
      'BI',
    ]
    for (const { operators } of content) expect(forbidden.filter((operator) => operators.has(operator))).toEqual([])
    for (const page of pages) {
      expect(page.Group).toBeUndefined()
      expect(file.dict(page.Resources).XObject).toBeUndefined()
      expect(file.dict(page.Resources).ExtGState).toBeUndefined()
    }
  },
  '6.2.11.4: fonts are embedded as subsets, named so, without a list of glyphs': ({ fonts: embedded, file }) => {
    for (const { dictionary, descriptor } of embedded) {
      expect(file.string(dictionary.BaseFont)).toMatch(/^[A-Z]{6}\+/)
      expect(descriptor.FontFile2).toBeInstanceOf(Ref)
      expect(descriptor.CIDSet).toBeUndefined()
    }
  },
  '6.3 to 6.5: no annotations, form fields or actions': ({ file, catalog }) => {
    const forbidden = ['Annots', 'AcroForm', 'OpenAction', 'AA', 'JavaScript', 'JS', 'URI', 'Launch']
    const names = [...valuesWithin(file.ids.map((id) => file.get(new Ref(id))))].filter(isDict).flatMap(Object.keys)
    expect(forbidden.filter((name) => names.includes(name))).toEqual([])
    expect(catalog.Type).toMatchObject({ name: 'Catalog' })
  },
  '6.6.2.1: metadata are a plain stream of well-formed XML, without the attributes bytes and encoding': ({
    file,
    catalog,
    xmp,
  }) => {
    expect(file.dict(catalog.Metadata).Filter).toBeUndefined()
    expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/)
    expect(XMLValidator.validate(xmp.replace(/<\?xpacket.*?\?>/g, ''))).toBe(true)
  },
  '6.6.2.3: each property is of a schema that PDF/A knows or the file describes': ({ xmp }) => {
    const used = new Set([...xmp.matchAll(/<(\w+):\w+/g)].map(([, prefix]) => prefix as string))
    const structural = ['x', 'rdf', 'pdfaExtension', 'pdfaSchema', 'pdfaProperty']
    const described = [...xmp.matchAll(/<pdfaSchema:prefix>(\w+)</g)].map(([, prefix]) => prefix)
    const known = ['dc', 'xmp', 'pdf', 'pdfaid']
    expect([...used].filter((prefix) => ![...structural, ...known, ...described].includes(prefix))).toEqual([])
    expect(described).toEqual(['pdfuaid'])
    expect(property(xmp, 'pdfaProperty:name')).toBe('part')
  },
  '6.6.3: the document information says what the metadata say': ({ file, xmp }) => {
    const info = file.dict(file.trailer.Info)
    const said = (key: string) => file.string(info[key])
    expect(said('Title')).toBe(unescaped(property(xmp, 'rdf:li') ?? ''))
    expect(said('Creator')).toBe(property(xmp, 'xmp:CreatorTool'))
    expect(said('Producer')).toBe(property(xmp, 'pdf:Producer'))
    expect(said('CreationDate')).toBe(`D:${property(xmp, 'xmp:CreateDate')?.replace(/[-T:]/g, '')}`)
    expect(Object.keys(info).toSorted()).toEqual(['CreationDate', 'Creator', 'Producer', 'Title'])
  },
  '6.6.4: the metadata say part 3, conformance A': ({ xmp }) =>
    expect([property(xmp, 'pdfaid:part'), property(xmp, 'pdfaid:conformance')]).toEqual(['3', 'A']),
  '6.7: the file is tagged, has a structure and a language': ({ file, catalog, structure }) => {
    expect(structure.marked).toBe(true)
    expect(file.string(file.dict(catalog.StructTreeRoot).Type)).toBe('StructTreeRoot')
    expect(structure.root.type).toBe('Document')
    expect(structure.lang).not.toBe('')
  },
  '6.8: attached files say their media type, date and relationship, and belong to the document': ({
    attached,
    catalog,
    file,
  }) => {
    for (const { specification, stream, bytes } of attached) {
      expect(file.string(stream.Subtype)).toMatch(/^(application\/yaml|text\/csv)$/)
      expect(file.dict(stream.Params)).toEqual({
        Size: bytes.length,
        ModDate: expect.stringMatching(/^D:\d{4}0101000000Z$/),
      })
      expect(file.string(specification.AFRelationship)).toMatch(/^(Source|Data)$/)
    }
    if (attached.length === 0) return
    const names = file.list(file.dict(file.dict(catalog.Names).EmbeddedFiles).Names)
    const keys = names.filter((name) => typeof name === 'string')
    expect(keys).toEqual(keys.toSorted())
    expect(keys.toSorted()).toEqual(attached.map(({ specification }) => specification.UF as string).toSorted())
  },
  '6.9, 6.10: no optional content, alternate presentations or page steps': ({ catalog, pages, file }) => {
    expect(catalog.OCProperties).toBeUndefined()
    expect(file.dict(catalog.Names).AlternatePresentations).toBeUndefined()
    for (const page of pages) expect(page.PresSteps).toBeUndefined()
  },
}

/**
 * What a person has to judge, or a validator that reads fonts and profiles to the last bit. These files have been
 * through no such validator.
 */
const notChecked: Record<string, readonly string[]> = {
  'ISO 14289-1': [
    '6.1: conforming readers and assistive technology',
    '7.1: that tags are the right ones for what they hold',
    '7.1: that the order of the structure is the order of reading',
    '7.2: passages in another language than the document',
    '7.3: graphics need a description: there are none',
    '7.6: lists: notes are paragraphs, not items of a list',
    '7.9: that a citation leads to its note: PDF 1.7 has no way to say so without a link',
    '7.21.4: that font programs are sound in every table',
  ],
  'ISO 19005-3': [
    '6.1.4: cross-reference tables: the file has a cross-reference stream, which the reader of these tests reads',
    '6.1.6: the spelling of strings that are not read',
    '6.1.8: names in other alphabets: there are none',
    '6.2.3: that the profile is the one of its name, to the last digit',
    '6.2.11: that font programs are sound in every table',
    '6.2.11.7: characters for private use that stand in the data',
    '6.7.1: that the structure says what the pages say: tests of readback compare them for these forms',
  ],
}

describe.each(Object.keys(documents) as (keyof typeof documents)[])('%s', (name) => {
  let read: Read
  beforeAll(async () => {
    const bytes = (await documents[name]()) as Uint8Array
    const structure = readStructure(bytes)
    read = { ...readFacts(bytes), bytes, structure, nodes: within(structure.root) }
  })

  describe('ISO 14289-1 (PDF/UA-1)', () => {
    it.each(Object.entries(pdfUa))('%s', (_, check) => check(read))
  })
  describe('ISO 19005-3 (PDF/A-3a)', () => {
    it.each(Object.entries(pdfA))('%s', (_, check) => check(read))
  })
})

describe('what is not checked', () => {
  it.each(Object.entries(notChecked))('%s', (_, clauses) => {
    for (const clause of clauses) expect(clause).toMatch(/^\d+(\.\d+)*: /)
  })
})

describe('the paper, the page and the data are one file', () => {
  it('of a blank: the definition', async () => {
    const { attached } = readFacts((await documents['the blank audit form']()) as Uint8Array)
    expect(attached.map(({ specification, bytes }) => [specification.UF, bytes.toString('utf8')])).toEqual([
      [
        'cleaner-production-audit-2020.definition.yaml',
        readFileSync(example('cleaner-production-audit/2020.yaml'), 'utf8'),
      ],
    ])
  })

  it('of a report: the definition, the data and the lists, byte for byte', async () => {
    const { attached, file } = readFacts((await documents['the audit example']()) as Uint8Array)
    expect(attached.map(({ specification }) => [specification.UF, file.string(specification.AFRelationship)])).toEqual([
      ['cleaner-production-audit-2020.definition.yaml', 'Source'],
      ['example-2020.yaml', 'Data'],
      ...Array.from({ length: 4 }, () => [expect.stringMatching(/\.csv$/), 'Data']),
    ])
    for (const { specification, bytes } of attached.slice(1))
      expect(bytes).toEqual(readFileSync(example(`cleaner-production-audit/examples/${specification.UF}`)))
  })

  it('the identifier is another where an attached file is', async () => {
    const attachment = (text: string) => [
      { name: 'a.csv', mime: 'text/csv', relationship: 'Data' as const, description: 'a', bytes: Buffer.from(text) },
    ]
    const id = async (text: string) =>
      readFacts(await renderPdf(sampleDocument(), fonts, attachment(text))).file.trailer.ID
    expect(await id('1')).toEqual(await id('1'))
    expect(await id('1')).not.toEqual(await id('2'))
  })
})

const standardTypes = [
  ...['Document', 'P', 'H1', 'H2', 'H3', 'Note', 'Reference', 'Lbl', 'Span', 'Form'],
  ...['Table', 'THead', 'TBody', 'TR', 'TH', 'TD'],
]
const childTypes: Readonly<Record<string, readonly string[]>> = {
  Table: ['THead', 'TBody'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
}
const contentOperators = new Set(['cm', 'J', 'w', 'm', 'l', 'S', 'BT', 'ET', 'Tm', 'Tf', 'Tc', 'Tj', 'BDC', 'EMC'])
