/** A text as a hexadecimal string in UTF-16 (ISO 32000-1 7.9.2.2): nothing in it needs escaping. */
export const textString = (text: string): string => `<FEFF${utf16(text)}>`

function utf16(text: string): string {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}
