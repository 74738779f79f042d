/** docxtemplater: a template whose one row is repeated. */
import { writeFileSync } from 'node:fs'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { family, fontSize, isText, labels, page, readRows, widths } from './plain.mjs'

export const about = { title: 'docxtemplater', format: 'docx', packages: ['docxtemplater', 'pizzip'], most: 100_000 }

export async function make({ csv, out }) {
  const document = new Docxtemplater(template(), { paragraphLoop: true, linebreaks: true })
  const rows = readRows(csv).map((cells) => Object.fromEntries(cells.map((text, column) => [`c${column}`, text])))
  document.render({ rows })
  writeFileSync(out, document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }))
}

const main = 'http://schemas.openxmlformats.org'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const twips = (pt) => Math.round(20 * pt)

/** The template as Word would have saved it, without what the table does not need. */
function template() {
  const zip = new PizZip()
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  zip.file(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/document.xml',
    `${declaration}<w:document xmlns:w="${main}/wordprocessingml/2006/main"><w:body>${tableXml()}${sectionXml()}</w:body></w:document>`,
  )
  return zip
}

function tableXml() {
  const last = labels.length - 1
  const open = (column) => (column === 0 ? '{#rows}' : '')
  const close = (column) => (column === last ? '{/rows}' : '')
  const body = labels.map((_, column) => cellXml(`${open(column)}{c${column}}${close(column)}`, column)).join('')
  const side = (name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const properties = `<w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${labels.map(cellXml).join('')}</w:tr>`
  return `<w:tbl>${properties}${grid}${head}<w:tr><w:trPr><w:cantSplit/></w:trPr>${body}</w:tr></w:tbl><w:p/>`
}

function cellXml(text, column) {
  const fonts = `<w:rFonts w:ascii="${family}" w:hAnsi="${family}" w:eastAsia="${family}"/>`
  const run = `<w:r><w:rPr>${fonts}<w:sz w:val="${2 * fontSize}"/></w:rPr><w:t>${text}</w:t></w:r>`
  const paragraph = `<w:p><w:pPr><w:jc w:val="${isText(column) ? 'left' : 'right'}"/></w:pPr>${run}</w:p>`
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[column])}" w:type="dxa"/></w:tcPr>${paragraph}</w:tc>`
}

function sectionXml() {
  const margin = twips(page.margin)
  const size = `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}" w:orient="landscape"/>`
  return `<w:sectPr>${size}<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`
}
