export { type Attributes, element, escapeAttribute, escapeText, XML_DECLARATION } from './xml.ts'
export { PackageError, type Part, pack, unpack } from './zip.ts'
