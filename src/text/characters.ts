/** XML 1.0 §2.2 `Char`: anything else neither Word nor Excel can hold; lone surrogates and noncharacters among it. */
export const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** U+4E00, as people look a character up. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`

/** Letters and digits of one form, without white space: how two spellings are compared. SO₂ is SO2, （吨） is (吨). */
export const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
