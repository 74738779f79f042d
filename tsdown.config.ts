import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { defineConfig } from 'tsdown'
import { fontSources } from './src/fonts/files.ts'

const { resolve } = createRequire(import.meta.url)
const sources = Object.values(fontSources).map((source) => resolve(source))
const families = [...new Set(sources.map((source) => dirname(dirname(source))))]

/** The command starts with a shebang whether or not its source does. (tsdown asks a `banner` function only once.) */
const executable = {
  name: 'executable',
  renderChunk: (code: string, chunk: { fileName: string }) =>
    chunk.fileName === 'cli.js' && !code.startsWith('#!') ? `#!/usr/bin/env node\n${code}` : null,
}

/** What libraries load and these programs never use: CSV of exceljs, a fifth of it, and other programs of commander. */
const unused = {
  name: 'unused',
  resolveId(source: string, importer = '') {
    const isUnused =
      source === '../csv/csv' || (source === 'node:child_process' && /[\\/]commander[\\/]/.test(importer))
    return isUnused ? `\0none ${source}` : null
  },
  load: (id: string) => (id.startsWith('\0none') ? 'export {}' : null),
}

/** Folders of the npm packages that the bundle has code of. */
const bundled = new Set<string>()

/** `licenses.txt`: every package in the bundle with its licence, as most of them ask. */
const licences = {
  name: 'licences',
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown },
    _: unknown,
    files: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>,
  ) {
    for (const { moduleIds = [] } of Object.values(files))
      for (const id of moduleIds) {
        const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(id.replace(/^\0/, ''))
        if (found !== null) bundled.add(found[0])
      }
    const source = [...bundled]
      .map(licenceOf)
      .toSorted()
      .join(`\n${'-'.repeat(80)}\n\n`)
    this.emitFile({ type: 'asset', fileName: 'licenses.txt', source })
  },
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Named
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?!.*\.json$)/i.test(each))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name} ${version}, ${license}\n${text}`
}

interface Named {
  readonly name: string
  readonly version: string
  readonly license: string
}

const shared = {
  platform: 'node',
  target: 'node20',
  // One module for each part that is loaded is read twice as fast as the hundreds of the packages.
  deps: { alwaysBundle: /.*/, onlyBundle: false },
} as const

/** `dist/`: the library with its types, the command `cli.js`, and the fonts that a PDF embeds, each with its licence. */
export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
    format: 'esm',
    fixedExtension: false,
    dts: true,
    // pdfkit loads all of fontkit, which a run seldom needs.
    alias: { fontkit: join(import.meta.dirname, 'src/fonts/fontkit.ts') },
    plugins: [executable, licences, unused],
    copy: [
      { from: sources, to: 'dist/fonts' },
      ...families.map((family) => ({
        from: join(family, 'LICENSE_FONT'),
        to: 'dist/fonts',
        rename: `OFL-${basename(family)}.txt`,
      })),
    ],
  },
  { ...shared, entry: { fontkit: resolve('fontkit') }, format: 'cjs', clean: false, dts: false, plugins: [licences] },
])
