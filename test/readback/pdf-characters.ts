import { pdfiumLibrary } from './pdfium.ts'

/** A character as drawn: its origin, pt from the page's left and top edges, and its size. */
export interface DrawnCharacter {
  readonly char: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** What the library has but does not type: pdfium's own text functions. */
interface TextFunctions {
  readonly HEAPF64: Float64Array
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void }
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, at: number): number
  _FPDFText_IsGenerated(text: number, at: number): number
  _FPDFText_GetFontSize(text: number, at: number): number
  _FPDFText_GetCharOrigin(text: number, at: number, x: number, y: number): number
}

/** The characters of each page of any PDF, white space left out. */
export async function drawnCharacters(bytes: Uint8Array): Promise<DrawnCharacter[][]> {
  const document = await (await pdfiumLibrary()).loadDocument(bytes)
  try {
    return [...document.pages()].map((page) => {
      const { module, pageIdx } = page as unknown as { module: TextFunctions; pageIdx: number }
      return charactersOf(module, pageIdx, page.getOriginalSize().originalHeight)
    })
  } finally {
    document.destroy()
  }
}

function charactersOf(pdfium: TextFunctions, page: number, height: number): DrawnCharacter[] {
  const text = pdfium._FPDFText_LoadPage(page)
  const at = pdfium.wasmExports.malloc(16)
  const found: DrawnCharacter[] = []
  for (let index = 0; index < pdfium._FPDFText_CountChars(text); index++) {
    // A hyphen at a line's end is U+0002 to pdfium.
    const char = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, index)).replace('\u0002', '-')
    if (/[\s\p{C}]/u.test(char) || pdfium._FPDFText_IsGenerated(text, index) === 1) continue
    pdfium._FPDFText_GetCharOrigin(text, index, at, at + 8)
    const [x = 0, y = 0] = pdfium.HEAPF64.subarray(at / 8, at / 8 + 2)
    found.push({ char, x, y: height - y, size: pdfium._FPDFText_GetFontSize(text, index) })
  }
  pdfium.wasmExports.free(at)
  pdfium._FPDFText_ClosePage(text)
  return found
}
