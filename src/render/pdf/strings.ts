/** A text as a hexadecimal string in UTF-16 (ISO 32000-1 7.9.2.2): nothing in it needs escaping. */
export const textString = (text: string): string => `<FEFF${utf16(text)}>`

function utf16(text: string): string {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}

const plainId = /^[\w.:/-]*$/

/** The id of an element, which is a string of bytes: as it is where it can be, for there may be many. */
export const idString = (id: string): string => (plainId.test(id) ? `(${id})` : textString(id))

/** Sorts ids as the bytes do that `idString` writes. */
export const idKey = (id: string): string => (plainId.test(id) ? id : `\ufeff${id}`)
