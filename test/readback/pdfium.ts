import { PDFiumLibrary } from '@hyzyla/pdfium'

let loaded: Promise<PDFiumLibrary> | undefined

/** Google's PDF library, loaded once. */
export const pdfiumLibrary = (): Promise<PDFiumLibrary> => {
  loaded ??= PDFiumLibrary.init()
  return loaded
}

/** The text of each page as a viewer copies it: it makes up spaces and line ends, and drops others. */
export async function viewerText(bytes: Uint8Array): Promise<string[]> {
  const document = await (await pdfiumLibrary()).loadDocument(bytes)
  try {
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
  }
}
