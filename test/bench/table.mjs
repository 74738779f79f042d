/** Tables of results, as text for a terminal and as Markdown in both languages. */
import { readFileSync, writeFileSync } from 'node:fs'

/** A text in both languages. */
export const both = (en, zh) => ({ en, zh })

export const count = (number) => Math.round(number).toLocaleString('en-US')
export const seconds = (ms) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 1)
export const milliseconds = (ms) => (ms < 100 ? ms.toFixed(1) : count(ms))
export const megabytes = (bytes, decimals) => (bytes / 2 ** 20).toFixed(decimals)
export const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`

const text = (cell, language) => (typeof cell === 'string' ? cell : cell[language])

/** Jobs that fill the same table become one. */
export function joined(tables) {
  const found = new Map()
  for (const table of tables) found.set(table.id, [...(found.get(table.id) ?? []), table])
  return [...found.values()].map((same) => ({ ...same[0], body: same.flatMap(({ body }) => body) }))
}

/** @param {{ tables: object[], machine: object, remarks: object[] }} results */
export const asText = (results) => told(results, 'en', textTable)
export const asMarkdown = (results, language) => told(results, language, markdownTable)

function told({ tables, machine, remarks }, language, print) {
  const parts = joined(tables).map((table) => `${table.caption[language]}:\n\n${print(table, language)}`)
  const colon = language === 'zh' ? parts.map((part) => part.replace(/:\n/, '：\n')) : parts
  return [text(machine, language), ...colon, ...remarks.map((remark) => text(remark, language))].join('\n\n')
}

function markdownTable({ head, body }, language) {
  const line = (cells) => `| ${cells.map((cell) => text(cell, language)).join(' | ')} |`
  const rule = `|${head.map((_, column) => (column < 2 ? ' --- |' : ' ---: |')).join('')}`
  return [line(head), rule, ...body.map(line)].join('\n')
}

function textTable({ head, body }, language) {
  const lines = [head, ...body].map((cells) => cells.map((cell) => text(cell, language)))
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)))
  const pad = (cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))
  return lines.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n')
}

const begin = '<!-- bench -->'
const end = '<!-- /bench -->'

/** Puts the results into a README, between the marks. */
export function writeReadme(path, results, language) {
  const readme = readFileSync(path, 'utf8')
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: ${begin} … ${end}`)
  const inside = `${begin}\n${asMarkdown(results, language)}\n`
  writeFileSync(path, readme.slice(0, from) + inside + readme.slice(to))
}
