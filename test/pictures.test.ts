import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../src/cli/files.ts'
import { makeBlank, makeFilled } from '../src/pipeline.ts'
import { pageImages } from './readback/pdf-images.ts'
import { fonts, forms, request, said } from './support/forms.ts'

/** The accepted pictures, a grey PNG a page; renewed by `npm run pictures`. */
const accepted = 'test/pictures'
/** Where the picture that was made and the difference are left when they do not agree. */
const rejected = 'out/pictures'
/** Pixels per pt: 五号 is nine pixels high, enough to see a line, a rule or a mark move. */
const scale = 0.85
/** Pages of a document that are kept, besides its last: a long list looks the same on all. */
const mostPages = 10
/** Pixels of a page that may differ: none did between machines, but drawing libraries round as they like. */
const tolerance = 20

const { definitions } = request('')
const examples = readdirSync(definitions).flatMap((form) => {
  const folder = join(definitions, form, 'examples')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  return names.map((name) => ({ name: `${form}-${name.replace('.yaml', '')}-filled`, data: join(folder, name) }))
})
const options = { formats: ['pdf'], fonts } as const

const documents = [
  ...forms
    .filter(({ shipped }) => shipped)
    .map(({ name, request: asked }) => ({ name: `${name}-blank`, make: () => makeBlank({ ...asked, ...options }) })),
  ...examples.map(({ name, data }) => ({
    name,
    make: () => makeFilled({ files: diskFiles, definitions, data, ...options }),
  })),
]

const renewing = (): boolean =>
  (expect.getState() as { snapshotState?: { snapshotUpdateState: string } }).snapshotState?.snapshotUpdateState ===
  'all'

const pictureNames = (name: string): string[] =>
  readdirSync(accepted).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))

describe.each(documents)('the pages of $name', ({ name, make }) => {
  it('look as they were accepted', async () => {
    const made = await make()
    const [pdf] = made.documents
    if (!pdf) throw new Error(said(made))
    const pages = (await pageImages(pdf.bytes, scale))
      .map((png, index) => ({ page: sixteenGreys(PNG.sync.read(png)), file: fileOf(name, index) }))
      .filter((_, index, { length }) => index < mostPages || index === length - 1)
    if (renewing()) {
      for (const file of pictureNames(name)) rmSync(join(accepted, file))
      for (const { page, file } of pages) writeFileSync(join(accepted, file), grey(page))
    }
    expect(pictureNames(name)).toEqual(pages.map(({ file }) => file))
    const differing = pages.flatMap(({ page, file }) => differences(page, file))
    expect(differing, `npm run pictures accepts what is now in ${rejected}/`).toEqual([])
  })
})

it('no picture is left of a document that is gone', () => {
  const known = documents.flatMap(({ name }) => pictureNames(name))
  expect(readdirSync(accepted).toSorted()).toEqual(known.toSorted())
})

function fileOf(name: string, index: number): string {
  return `${name}-${String(index + 1).padStart(2, '0')}.png`
}

/** The page in sixteen greys, which is what edges need and half of what a file of 256 takes. */
function sixteenGreys(page: PNG): PNG {
  const { data } = page
  for (let at = 0; at < data.length; at += 4) {
    const level = ((data[at] as number) + (data[at + 1] as number) + (data[at + 2] as number)) / 3
    data.fill(Math.round(level / 17) * 17, at, at + 3)
  }
  return page
}

const grey = (page: PNG): Buffer => PNG.sync.write(page, { colorType: 0, deflateLevel: 9, filterType: 0 })

/** Says where a page differs from the accepted one, and leaves both for a person to look at. */
function differences(page: PNG, file: string): string[] {
  const before = PNG.sync.read(readFileSync(join(accepted, file)))
  const { width, height } = page
  const sameSize = before.width === width && before.height === height
  const difference = new PNG({ width, height })
  const count = sameSize
    ? pixelmatch(before.data, page.data, difference.data, width, height, { threshold: 0.1, includeAA: true })
    : width * height
  if (count <= tolerance) return []
  mkdirSync(rejected, { recursive: true })
  writeFileSync(join(rejected, file), grey(page))
  writeFileSync(join(rejected, file.replace('.png', '.difference.png')), PNG.sync.write(difference))
  return [`${file}: ${count} pixels`]
}
