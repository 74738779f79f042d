import { PNG } from 'pngjs'
import { pdfiumLibrary } from './pdfium.ts'

/** Each page of a PDF as PNG, as pdfium draws it; `scale` 1 is 72 dots an inch. */
export async function pageImages(bytes: Uint8Array, scale: number): Promise<Buffer[]> {
  const document = await (await pdfiumLibrary()).loadDocument(bytes)
  const images: Buffer[] = []
  try {
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale, render: 'bitmap' })
      const png = new PNG({ width, height })
      png.data = Buffer.from(data)
      images.push(PNG.sync.write(png))
    }
  } finally {
    document.destroy()
  }
  return images
}
