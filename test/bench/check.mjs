/** What an output must hold before its time counts, read by small readers that know no contender. */
import { createReadStream, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { Unzip, UnzipInflate } from 'fflate'
import { anyName, nameOf, rowOf } from './data.mjs'

/** No name is longer, so one that a chunk ends in is found again with the next. */
const longest = 40

/** Every row's name once or more, and the first figure of the first, the middle and the last row. */
export async function holdsRows(path, rows) {
  const names = new Set()
  const wanted = new Set([0, rows >> 1, rows - 1].map((row) => String(Number(rowOf(row)[2]))))
  await readText(path, (text) => {
    for (const [name] of text.matchAll(anyName())) names.add(name)
    for (const figure of wanted) if (text.includes(figure)) wanted.delete(figure)
  })
  for (let row = 0; row < rows; row++)
    if (!names.has(nameOf(row))) throw new Error(`row ${row + 1} is missing; ${names.size} of ${rows} are there`)
  if (wanted.size > 0) throw new Error(`a figure is missing: ${[...wanted].join(', ')}`)
}

/** Some texts, without spaces. */
export async function holdsTexts(path, texts) {
  const wanted = new Set(texts)
  await readText(path, (found) => {
    for (const text of wanted) if (found.includes(text)) wanted.delete(text)
  })
  if (wanted.size > 0) throw new Error(`${path} lacks ${[...wanted].join(', ')}`)
}

/** Gives the text of a document, in pieces that overlap, without any space. */
const readText = (path, take) => (extname(path) === '.pdf' ? readPdf(path, take) : readPackage(path, take))

let pdfium

async function readPdf(path, take) {
  pdfium ??= await PDFiumLibrary.init()
  const document = await pdfium.loadDocument(readFileSync(path))
  try {
    for (const page of document.pages()) take(page.getText().replace(/\s|\uFFFE|\u00AD/g, ''))
  } finally {
    document.destroy()
  }
}

/** The parts of a Word or Excel file that hold text. A million rows are a gigabyte of XML, so it is never held. */
async function readPackage(path, take) {
  let failure
  const unzip = new Unzip((entry) => {
    if (!/^(word\/document|xl\/sharedStrings|xl\/worksheets\/sheet.*)\.xml$/.test(entry.name)) return
    const feed = textOf(take)
    entry.ondata = (error, chunk, final) => {
      if (error) failure = error
      else feed(chunk, final)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of createReadStream(path)) unzip.push(chunk, false)
  unzip.push(new Uint8Array(), true)
  if (failure) throw failure
}

function textOf(take) {
  const decoder = new TextDecoder()
  let rest = ''
  let tail = ''
  return (chunk, final) => {
    const xml = rest + decoder.decode(chunk, { stream: !final })
    const cut = final ? xml.length : Math.max(0, xml.lastIndexOf('<'))
    rest = xml.slice(cut)
    const text = tail + xml.slice(0, cut).replace(/<[^>]*>|\s/g, '')
    tail = text.slice(-longest)
    take(text)
  }
}
