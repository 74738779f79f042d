import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { PNG } from 'pngjs'
import { pageImages } from './readback/pdf-images.ts'
import { converted, libreOffice } from './support/libreoffice.ts'

const folder = 'out'
const sheets = join(folder, 'pages')
/** Pixels per pt: small enough for four pages in a picture, large enough to read 六号. */
const scale = 1.4
const across = 2
const perSheet = 4
const gap = 16

/**
 * Behind `npm run pages`: every page of every document in out/ as contact sheets in out/pages/. PDF is drawn by
 * pdfium; Word and Excel through LibreOffice, where it is installed.
 * @returns the exit code
 */
export async function main(): Promise<number> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const documents = names.filter((name) => /^[^.~].*\.(pdf|docx|xlsx)$/.test(name))
  if (documents.length === 0) {
    console.error(`There is no document in ${folder}/: run npm start first.`)
    return 2
  }
  const office = libreOffice()
  if (!office) console.log('LibreOffice (soffice) is not installed: only the PDFs are drawn, not Word and Excel.')
  rmSync(sheets, { recursive: true, force: true })
  mkdirSync(sheets, { recursive: true })
  const scratch = mkdtempSync(join(tmpdir(), 'biaoshi-pages-'))
  try {
    for (const name of documents) {
      const pdf = name.endsWith('.pdf') ? join(folder, name) : office && converted(office, join(folder, name), scratch)
      if (pdf) await draw(name, pdf)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return 0
}

async function draw(name: string, pdf: string): Promise<void> {
  const pages = (await pageImages(new Uint8Array(readFileSync(pdf)), scale)).map((bytes) => PNG.sync.read(bytes))
  const { name: base, ext } = parse(name)
  for (let first = 0; first < pages.length; first += perSheet) {
    const file = join(sheets, `${base}-${ext.slice(1)}-${first / perSheet + 1}.png`)
    const shown = pages.slice(first, first + perSheet)
    writeFileSync(file, PNG.sync.write(contactSheet(shown)))
    console.log(`${file}: pages ${first + 1}–${first + shown.length} of ${pages.length}`)
  }
}

/** Pages side by side on grey. */
function contactSheet(pages: readonly PNG[]): PNG {
  const width = Math.max(...pages.map((page) => page.width))
  const height = Math.max(...pages.map((page) => page.height))
  const columns = Math.min(across, pages.length)
  const rows = Math.ceil(pages.length / across)
  const sheet = new PNG({ width: columns * (width + gap) + gap, height: rows * (height + gap) + gap })
  sheet.data.fill(Buffer.from([0x80, 0x80, 0x80, 0xff]))
  for (const [index, page] of pages.entries()) {
    const x = gap + (index % across) * (width + gap)
    const y = gap + Math.floor(index / across) * (height + gap)
    PNG.bitblt(page, sheet, 0, 0, page.width, page.height, x, y)
  }
  return sheet
}
