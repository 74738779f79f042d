import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { pageImages } from './readback/pdf-images.ts'

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
      const pdf = name.endsWith('.pdf') ? join(folder, name) : office && converted(office, name, scratch)
      if (pdf) await draw(name, pdf)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return 0
}

function libreOffice(): string | undefined {
  const known = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
  return known.find((command) => {
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** 宋体, 黑体 and the like drawn with the faces that the PDF embeds, as an office that has them would see the pages. */
function fontConfiguration(scratch: string): string {
  const dirs = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium']
  const alias = (names: string[], face: string) =>
    names
      .map((name) => `<match target="pattern"><test name="family"><string>${name}</string></test>`)
      .map(
        (match) => `${match}<edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`,
      )
      .join('')
  const file = join(scratch, 'fonts.conf')
  const folders = dirs.map((dir) => `<dir>${resolve('node_modules/@expo-google-fonts', dir)}</dir>`).join('')
  const serif = alias(['宋体', 'SimSun', '仿宋', '方正小标宋简体'], 'Noto Serif SC')
  const sans = alias(['黑体', 'SimHei'], 'Noto Sans SC')
  const cache = `<cachedir>${join(scratch, 'fonts-cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<dir>/usr/share/fonts</dir>${serif}${sans}${cache}</fontconfig>`,
  )
  return file
}

/** The document as PDF. The profile is the run's own, so that an open LibreOffice does not answer instead. */
function converted(office: string, name: string, scratch: string): string {
  const into = join(scratch, parse(name).ext.slice(1))
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile'))}`
  execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', into, join(folder, name)], {
    stdio: 'ignore',
    timeout: 180_000,
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(scratch) },
  })
  return join(into, `${parse(name).name}.pdf`)
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
