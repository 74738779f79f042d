import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawnCharacters } from './readback/pdf-characters.ts'
import { type Compared, comparedDocuments } from './support/agreement-documents.ts'
import { converted, libreOffice } from './support/libreoffice.ts'
import {
  compare,
  missingPassages,
  passagesOfPages,
  passagesOfSheets,
  segmentsOfPages,
  segmentsOfSheets,
} from './support/page-agreement.ts'

/**
 * Behind `npm run agree`: whether the same row stands on the same page in all formats. Word and Excel files of every
 * shipped form and of those that try page breaks become PDF through LibreOffice; the text of each cell there is held
 * against our PDF's, and of what stands outside tables the first and last words.
 * @param wanted parts of the names of the documents to compare; all where empty
 * @returns the exit code: 1 where anything differs
 */
export async function main(wanted: readonly string[]): Promise<number> {
  const office = libreOffice()
  if (office === undefined) {
    console.log('LibreOffice (soffice) is not installed: the pages of Word and Excel files are not compared.')
    return 0
  }
  const scratch = mkdtempSync(join(tmpdir(), 'biaoshi-agree-'))
  let differs = false
  try {
    console.log(line('document', 'format', 'pages', 'theirs', 'rows', 'agree', 'texts', 'agree', 'lines'))
    for (const each of comparedDocuments())
      if (wanted.length === 0 || wanted.some((part) => each.name.includes(part)))
        differs = (await compareOne(each, office, scratch)) || differs
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return differs ? 1 : 0
}

/** How many mismatches are shown of one file. */
const mostShown = 12

async function compareOne({ name, grid, make }: Compared, office: string, scratch: string): Promise<boolean> {
  const { document } = grid()
  if (document === undefined) throw new Error(`${name} has no document`)
  const { documents } = await make(['docx', 'xlsx', 'pdf'])
  const bytesOf = (format: string) => documents.find((each) => each.format === format)?.bytes as Uint8Array
  const ours = await drawnCharacters(bytesOf('pdf'))
  let differs = false
  for (const format of ['docx', 'xlsx'] as const) {
    const file = join(scratch, `${name}.${format}`)
    writeFileSync(file, bytesOf(format))
    const theirs = await drawnCharacters(new Uint8Array(readFileSync(converted(office, file, scratch))))
    const segments = format === 'docx' ? segmentsOfPages(document) : segmentsOfSheets(document)
    const pages = format === 'docx' ? ours.length : sheetPages(document.sheets)
    const { rows, agreeing, cells, sameLines, mismatches } = compare(document, segments, ours, theirs)
    const passages = format === 'docx' ? passagesOfPages(document) : passagesOfSheets(document)
    const missing = missingPassages(passages, theirs)
    const texts = [passages.length, passages.length - missing.length]
    const lines = `${Math.floor((100 * sameLines) / Math.max(1, cells))}%`
    console.log(line(name, format, pages, theirs.length, rows, agreeing, ...texts, lines))
    mismatches.push(...missing)
    for (const mismatch of mismatches.slice(0, mostShown)) console.log(`    ${mismatch}`)
    if (mismatches.length > mostShown) console.log(`    … and ${mismatches.length - mostShown} more`)
    differs ||= mismatches.length > 0 || theirs.length !== pages
  }
  return differs
}

const sheetPages = (sheets: Iterable<{ readonly rows: Iterable<{ readonly breakBefore: boolean }> }>): number => {
  let pages = 0
  for (const { rows } of sheets) pages += [...rows].filter(({ breakBefore }, at) => at === 0 || breakBefore).length
  return pages
}

const line = (name: string, ...columns: readonly (string | number)[]): string =>
  name.padEnd(44) + columns.map((column) => String(column).padStart(8)).join('')
