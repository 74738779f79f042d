/** This project: the built command, and the built library in process. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node } from '../run.mjs'

const root = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
export const cli = root('dist/cli.js')
export const definitions = root('definitions')
const form = 'cleaner-production-audit'

export const about = { title: 'biaoshi' }

/** `biaoshi …` as a person types it. */
export const command = (args, how) => node([cli, ...args, '--lang', 'en'], how)

const files = {
  read: (path) => readFileSync(path, 'utf8'),
  bytes: (path) => readFileSync(path),
  list: (dir) => readdirSync(dir).sort(),
  exists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
}

/** A program that makes many documents opens the fonts once. */
let fonts

/** @param {{ data?: string, formats: string[], base: string }} request the blank form where there is no data file */
export async function make({ data, formats, base }) {
  const { makeBlank, makeFilled, openFonts } = await import('../../../dist/index.js')
  fonts ??= openFonts()
  const request = { files, definitions, formats, fonts }
  const { documents, diagnostics } = data
    ? await makeFilled({ ...request, data })
    : await makeBlank({ ...request, form, year: 2020 })
  if (documents.length === 0) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  for (const { format, bytes } of documents) writeFileSync(`${base}.${format}`, bytes)
}

/**
 * What a form has, as plain tables for the libraries to draw: widths in pt, cells with spans and text.
 * @param {string} [data] a data file; without it the blank
 */
export async function outline(data) {
  const { filledGrid, grid } = await import('../../../dist/index.js')
  const { document } = data ? filledGrid({ files, definitions, data }) : grid({ files, definitions, form, year: 2020 })
  return document.items.map(plainItem)
}

const textOf = (runs) => [...runs].map(({ text }) => text ?? '').join('')

function plainItem(item) {
  if (item.kind === 'text') return { text: textOf(item.content) }
  if (item.kind === 'fields') return { text: item.segments.map(({ content }) => textOf(content)).join(' ') }
  const rows = [...item.rows].map(({ cells }) =>
    cells.map(({ column, colSpan, rowSpan, content }) => ({
      column,
      colSpan,
      rowSpan,
      text: content.map(textOf).join('\n'),
    })),
  )
  return { widths: item.columns.map(({ width }) => width), headerRows: item.headerRows, rows }
}

/** Writes outlines where the libraries' process finds them. */
export async function writeOutlines(dir, data) {
  mkdirSync(dir, { recursive: true })
  const paths = []
  for (const [at, file] of data.entries()) {
    const path = join(dir, `${at + 1}.json`)
    writeFileSync(path, JSON.stringify(await outline(file)))
    paths.push(path)
  }
  return paths
}
