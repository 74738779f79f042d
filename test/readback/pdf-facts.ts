import { create, type Font } from 'fontkit'
import { Name, Parser, type PdfDict, PdfObjects, type PdfValue, Ref } from './pdf-objects.ts'

/** What validators of PDF/A and PDF/UA look at, apart from the structure tree. */
export interface PdfFacts {
  readonly file: PdfObjects
  readonly catalog: PdfDict
  readonly pages: readonly PdfDict[]
  /** The XMP packet. */
  readonly xmp: string
  readonly content: readonly ContentFacts[]
  readonly fonts: readonly FontFacts[]
  readonly attached: readonly AttachedFile[]
}

/** What the content of one page does. */
export interface ContentFacts {
  readonly operators: ReadonlySet<string>
  /** What is painted neither as content nor as an artifact, or as one within the other. */
  readonly wronglyMarked: readonly string[]
  /** Names of fonts that are set, and of those that the page has. */
  readonly fontsSet: ReadonlySet<string>
  readonly fontsOfPage: ReadonlySet<string>
}

/** An embedded font and the codes that all pages show in it. */
export interface FontFacts {
  readonly dictionary: PdfDict
  readonly descendant: PdfDict
  readonly descriptor: PdfDict
  readonly program: Font
  readonly shown: ReadonlySet<number>
}

export interface AttachedFile {
  readonly specification: PdfDict
  readonly stream: PdfDict
  readonly bytes: Buffer
}

export function readFacts(bytes: Uint8Array): PdfFacts {
  const file = new PdfObjects(bytes)
  const catalog = file.dict(file.trailer.Root)
  const pages = file.list(file.dict(catalog.Pages).Kids).map((page) => file.dict(page))
  const shown = new Map<number, Set<number>>()
  return {
    file,
    catalog,
    pages,
    xmp: Buffer.from(file.stream(catalog.Metadata), 'latin1').toString('utf8'),
    content: pages.map((page) => readContent(file, page, shown)),
    fonts: [...shown].map(([id, codes]) => readFont(file, id, codes)),
    attached: file.list(catalog.AF).map((entry) => readAttached(file, file.dict(entry))),
  }
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI'])

function readContent(file: PdfObjects, page: PdfDict, shown: Map<number, Set<number>>): ContentFacts {
  const fonts = file.dict(file.dict(page.Resources).Font ?? {})
  const operators = new Set<string>()
  const fontsSet = new Set<string>()
  const wronglyMarked: string[] = []
  const marks: ('artifact' | 'content' | 'other')[] = []
  const parser = new Parser(file.stream(page.Contents), 0)
  let operands: PdfValue[] = []
  let codes = new Set<number>()
  while (!parser.ended) {
    const operator = parser.operator()
    if (operator === undefined) {
      operands.push(parser.value())
      continue
    }
    operators.add(operator)
    if (operator === 'BDC' || operator === 'BMC') {
      const [tag, properties] = operands as [Name, PdfDict | undefined]
      const kind = tag.name === 'Artifact' ? 'artifact' : properties?.MCID !== undefined ? 'content' : 'other'
      if (kind !== 'other' && marks.some((mark) => mark !== 'other')) wronglyMarked.push(`${kind} within ${marks}`)
      marks.push(kind)
    } else if (operator === 'EMC') marks.pop()
    else if (operator === 'Tf') {
      const { name } = operands[0] as Name
      fontsSet.add(name)
      const { id } = fonts[name] as Ref
      codes = shown.get(id) ?? new Set()
      shown.set(id, codes)
    } else if (painting.has(operator)) {
      if (!marks.some((mark) => mark !== 'other')) wronglyMarked.push(`${operator} is not marked`)
      const text = typeof operands[0] === 'string' ? operands[0] : ''
      for (let at = 0; at < text.length; at += 2) codes.add(text.charCodeAt(at) * 256 + text.charCodeAt(at + 1))
    }
    operands = []
  }
  return { operators, wronglyMarked, fontsSet, fontsOfPage: new Set(Object.keys(fonts)) }
}

function readFont(file: PdfObjects, id: number, shown: ReadonlySet<number>): FontFacts {
  const dictionary = file.dict(new Ref(id))
  const descendant = file.dict(file.list(dictionary.DescendantFonts)[0])
  const descriptor = file.dict(descendant.FontDescriptor)
  const program = create(Buffer.from(file.stream(descriptor.FontFile2), 'latin1')) as Font
  return { dictionary, descendant, descriptor, program, shown }
}

function readAttached(file: PdfObjects, specification: PdfDict): AttachedFile {
  const stream = file.dict(specification.EF).F
  return { specification, stream: file.dict(stream), bytes: Buffer.from(file.stream(stream), 'latin1') }
}

/** Every value of the file within the values given, the values themselves first. */
export function* valuesWithin(values: Iterable<PdfValue>): Generator<PdfValue> {
  for (const value of values) {
    yield value
    if (Array.isArray(value)) yield* valuesWithin(value)
    else if (isDict(value)) yield* valuesWithin(Object.values(value))
  }
}

export const isDict = (value: PdfValue): value is PdfDict =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Name) &&
  !(value instanceof Ref)

/** The text of the first element of that name in a packet, as it is written. */
export const property = (xmp: string, name: string): string | undefined =>
  new RegExp(`<${name}[^>]*>([^<]*)<`).exec(xmp)?.[1]

export const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The text of a code in hex, as a ToUnicode map lists it. */
export function textOf(map: string, code: number): string {
  for (const [, from, to, list] of map.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(from as string, 16)
    if (code < first || code > Number.parseInt(to as string, 16)) continue
    return ([...(list as string).matchAll(/<([\da-f ]*)>/gi)][code - first]?.[1] ?? '').replaceAll(' ', '')
  }
  return ''
}

/** Names of the tags of an ICC profile. */
export const iccTags = (profile: Buffer): string[] =>
  Array.from({ length: profile.readUInt32BE(128) }, (_, n) =>
    profile.toString('latin1', 132 + 12 * n, 136 + 12 * n),
  ).toSorted()
