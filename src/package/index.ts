export { type Attributes, element, escapeAttribute, escapeText, XML_DECLARATION } from './xml.ts'
export { type OpenPart, PackageError, PackageWriter, type Part, pack, unpack } from './zip.ts'
