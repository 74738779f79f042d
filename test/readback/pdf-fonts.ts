import type { PdfDict, PdfObjects } from './pdf-objects.ts'

/** A font as a reader sees it: what each two-byte code means, and how wide it is in em. */
export interface PdfFont {
  text(code: number): string
  width(code: number): number
}

/** @throws Error where a code has no text */
export function readFont(file: PdfObjects, font: PdfDict): PdfFont {
  const texts = toUnicode(file.stream(font.ToUnicode))
  const [descendant] = file.list(font.DescendantFonts)
  const widths = file.list(file.dict(descendant).W)
  const [first, list] = [widths[0] as number, file.list(widths[1])]
  return {
    text: (code) => {
      const text = texts.get(code)
      if (text === undefined) throw new Error(`the code ${code} has no text`)
      return text
    },
    width: (code) => (list[code - first] as number) / 1000,
  }
}

/** The ranges of a ToUnicode map whose targets are listed one by one. */
function toUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, from, list] of cmap.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(from as string, 16)
    ;[...(list as string).matchAll(/<([\da-f ]*)>/gi)].forEach(([, hex], index) => {
      const bytes = Buffer.from((hex as string).replaceAll(' ', ''), 'hex')
      texts.set(first + index, bytes.swap16().toString('utf16le'))
    })
  }
  return texts
}
