import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { family, fontDir, fontSize, labels, page, title, widths } from './plain.mjs'

export const about = {
  title: 'Typst',
  format: 'pdf',
  packages: ['@myriaddreamin/typst-ts-node-compiler'],
  most: 10_000,
}

export async function make({ csv, out }) {
  const compiler = NodeCompiler.create({ workspace: dirname(csv), fontArgs: [{ fontPaths: [fontDir] }] })
  writeFileSync(out, compiler.pdf({ mainFileContent: sourceOf(basename(csv)) }))
  // The next document is made, not taken from what this one left.
  compiler.evictCache(0)
}

const sourceOf = (csv) => `#set document(title: "${title}")
#set page(paper: "a4", flipped: true, margin: ${page.margin}pt)
#set text(font: "${family}", size: ${fontSize}pt, lang: "zh")
#let rows = csv("${csv}").slice(1)
#table(
  columns: (${widths.map((width) => `${width.toFixed(2)}pt`).join(', ')}),
  align: (column, row) => if column == 1 or column == 2 { left } else { right },
  inset: 2pt,
  table.header(${labels.map((label) => `[${label}]`).join(', ')}),
  ..rows.enumerate().map(((at, row)) => (str(at + 1), ..row)).flatten()
)
`
