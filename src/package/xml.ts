import { codePointName, notInXml } from '../text/characters.ts'

/** How every XML part of an Office package begins. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Attributes of an element in the order they are written; `undefined` writes none. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

function refuseForbidden(text: string): void {
  const found = notInXml.exec(text)?.[0]
  if (found === undefined) return
  throw new Error(
    `the character ${codePointName(found)} cannot stand in XML: "${text.replace(notInXml, '�').slice(0, 60)}"`,
  )
}

/**
 * Text as the content of an element.
 * @throws Error naming the code point of a character that XML 1.0 cannot hold
 */
export function escapeText(text: string): string {
  refuseForbidden(text)
  return text.replace(/[&<>\r]/g, (char) => TEXT_ENTITIES[char] as string)
}

/**
 * Text as the value of an attribute in double quotes.
 * @throws Error naming the code point of a character that XML 1.0 cannot hold
 */
export function escapeAttribute(text: string): string {
  refuseForbidden(text)
  return text.replace(/[&<>"\t\n\r]/g, (char) => ATTRIBUTE_ENTITIES[char] as string)
}

// A parser turns a bare CR into LF, and any bare white space of an attribute into a space.
const TEXT_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const ATTRIBUTE_ENTITIES: Readonly<Record<string, string>> = {
  ...TEXT_ENTITIES,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/**
 * An element as text. `children` are XML already: text goes through {@link escapeText} first.
 * @throws Error naming the code point of a character of an attribute that XML 1.0 cannot hold
 */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapeAttribute(String(value))}"`
  const content = children.join('')
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`
}
