import { XMLParser } from 'fast-xml-parser'

/** An XML element as fast-xml-parser gives it in document order: one key beside the attributes. */
export type Node = Record<string, unknown>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

export const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') as string
export const childrenOf = (node: Node | undefined): Node[] =>
  node === undefined ? [] : ((node[nameOf(node)] as Node[] | undefined) ?? [])
export const attribute = (node: Node | undefined, name: string): string | undefined =>
  (node?.[':@'] as Record<string, string> | undefined)?.[name]
export const child = (node: Node | undefined, name: string): Node | undefined =>
  childrenOf(node).find((each) => nameOf(each) === name)
export const children = (node: Node | undefined, name: string): Node[] =>
  childrenOf(node).filter((each) => nameOf(each) === name)

/** An element that is on unless its value says otherwise. */
export const isOn = (node: Node | undefined): boolean =>
  node !== undefined && !['0', 'false', 'off'].includes(attribute(node, 'w:val') ?? '1')

/** The nodes of a part, its declaration first. */
export const parseXml = (bytes: Uint8Array): Node[] => parser.parse(new TextDecoder().decode(bytes)) as Node[]

export const textOf = (node: Node | undefined): string =>
  childrenOf(node)
    .map((each) => (each['#text'] === undefined ? '' : String(each['#text'])))
    .join('')
