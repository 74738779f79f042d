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

/** `dist/`: the library with its types, the command `cli.js`, and the fonts that a PDF embeds, each with its licence. */
export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: true,
  // What package.json depends on stays an import; what it does not must not slip in.
  deps: { skipNodeModulesBundle: true },
  plugins: [executable],
  copy: [
    { from: sources, to: 'dist/fonts' },
    ...families.map((family) => ({
      from: join(family, 'LICENSE_FONT'),
      to: 'dist/fonts',
      rename: `OFL-${basename(family)}.txt`,
    })),
  ],
})
