import { type PdfFont, readFont } from './pdf-fonts.ts'
import { type Name, Parser, type PdfDict, PdfObjects, type PdfValue, type Ref } from './pdf-objects.ts'

/** A character as printed or, where the file says so, as meant: size and origin in pt, from the page's left and foot. */
export interface PdfChar {
  char: string
  size: number
  x: number
  y: number
}

/** The id of content that is no part of the structure. */
export const untagged = -1

/**
 * The characters of each page by marked content id, in the order of drawing. pdfium drops and makes up spaces, so the
 * content is read here; U+2028 is `\n`.
 * @throws Error where text is drawn that is neither tagged nor an artifact
 */
export function readText(bytes: Uint8Array): Map<number, PdfChar[]>[] {
  const file = new PdfObjects(bytes)
  const fonts = new Map<number, PdfFont>()
  return file.list(file.dict(file.dict(file.trailer.Root).Pages).Kids).map((ref) => {
    const page = file.dict(ref)
    const resources = file.dict(page.Resources)
    const reader = new ContentReader((name) => {
      const font = file.dict(resources.Font)[name] as Ref
      const known = fonts.get(font.id) ?? readFont(file, file.dict(font))
      fonts.set(font.id, known)
      return known
    })
    return reader.read(file.stream(page.Contents))
  })
}

type Matrix = [number, number, number, number, number, number]

interface Mark {
  mcid?: number
  artifact: boolean
  /** Text that the content stands for; '' once it is taken. */
  actual?: string
}

class ContentReader {
  readonly #fontOf: (name: string) => PdfFont
  readonly #found = new Map<number, PdfChar[]>()
  readonly #marks: Mark[] = []
  readonly #saved: Matrix[] = []
  #page: Matrix = [1, 0, 0, 1, 0, 0]
  #text: Matrix = [1, 0, 0, 1, 0, 0]
  #font: PdfFont | undefined
  #size = 0
  #spacing = 0

  constructor(fontOf: (name: string) => PdfFont) {
    this.#fontOf = fontOf
  }

  read(content: string): Map<number, PdfChar[]> {
    const parser = new Parser(content, 0)
    let operands: PdfValue[] = []
    while (!parser.ended) {
      const operator = parser.operator()
      if (operator === undefined) operands.push(parser.value())
      else {
        this.#do(operator, operands)
        operands = []
      }
    }
    if (this.#marks.length > 0) throw new Error('marked content does not end')
    return this.#found
  }

  #do(operator: string, operands: PdfValue[]): void {
    if (operator === 'BDC' || operator === 'BMC') this.#begin(operands)
    else if (operator === 'EMC') this.#marks.pop()
    else if (operator === 'q') this.#saved.push(this.#page)
    else if (operator === 'Q') this.#page = this.#saved.pop() as Matrix
    else if (operator === 'cm') this.#page = times(operands as Matrix, this.#page)
    else if (operator === 'Tm') this.#text = operands as Matrix
    else if (operator === 'Tc') this.#spacing = operands[0] as number
    else if (operator === 'Tj') this.#show(operands[0] as string)
    else if (operator === 'Tf') {
      this.#font = this.#fontOf((operands[0] as Name).name)
      this.#size = operands[1] as number
    } else if (['TJ', 'Td', 'TD', 'T*', 'Ts', 'Tw', 'Tz', 'Do', "'", '"'].includes(operator))
      throw new Error(`${operator} is not expected here`)
  }

  #begin([tag, options]: PdfValue[]): void {
    const { MCID, ActualText } = (options ?? {}) as PdfDict
    this.#marks.push({
      artifact: (tag as Name).name === 'Artifact',
      ...(MCID !== undefined && { mcid: MCID as number }),
      ...(ActualText !== undefined && { actual: ActualText as string }),
    })
  }

  #show(codes: string): void {
    const mcid = this.#marks.find((mark) => mark.mcid !== undefined)?.mcid ?? untagged
    if (mcid === untagged && !this.#marks.some(({ artifact }) => artifact)) throw new Error('text that is not tagged')
    const chars = this.#found.get(mcid) ?? []
    this.#found.set(mcid, chars)
    const font = this.#font as PdfFont
    for (let at = 0; at < codes.length; at += 2) {
      const code = codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)
      const [, , , , x, y] = times(this.#text, this.#page)
      const width = font.width(code) * this.#size
      const text = [...this.#meant(font.text(code))]
      text.forEach((char, index) => {
        chars.push({ char, size: this.#size, x: x + (width * index) / text.length, y })
      })
      this.#text = times([1, 0, 0, 1, width + this.#spacing, 0], this.#text)
    }
  }

  #meant(printed: string): string {
    const mark = this.#marks.find(({ actual }) => actual !== undefined)
    if (mark === undefined) return printed
    const { actual = '' } = mark
    mark.actual = ''
    return actual.replaceAll('\u2028', '\n')
  }
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]
