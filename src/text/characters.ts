/** XML 1.0 §2.2 `Char`: anything else neither Word nor Excel can hold; lone surrogates and noncharacters among it. */
export const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** U+4E00, as people look a character up. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`

/** Letters and digits of one form, without white space: how two spellings are compared. SO₂ is SO2, （吨） is (吨). */
export const folded = (text: string): string => (onlyHan.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, ''))

/** Has one form only: names are asked by the thousand. */
const onlyHan = /^[\u4E00-\u9FFF]*$/

/** Why a character that XML can hold is none for a form; words of the diagnostics' vocabulary. */
export type Unsupported = 'bidi control' | 'invisible' | 'selector' | 'combining mark' | 'shaped script'

const unsupportedClasses: readonly (readonly [RegExp, Unsupported])[] = [
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, 'bidi control'],
  // Controls, soft hyphens, joiners, fillers, tags: what nobody sees makes equal names differ.
  [/[\u007F-\u009F\u00AD\u115F\u1160\u180E\u3164\uFFA0]|[\u{E0000}-\u{E00FF}]/gu, 'invisible'],
  [/[\u200B-\u200D\u2028\u2029\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/gu, 'invisible'],
  [/[\u180B-\u180D\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu, 'selector'],
  // Scripts that run from right to left or whose letters change with their neighbours.
  [/[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Tibt}\p{sc=Khmr}]/gu, 'shaped script'],
  [/[\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}]/gu, 'shaped script'],
  [/[\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Thai}\p{sc=Laoo}]/gu, 'shaped script'],
]

/** Han, Latin letters, digits and the punctuation of both: most texts have nothing else. */
const common = /^[\n\x20-\x7E\u2013-\u2026\u2103\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]*$/

/** Whether a text has only characters that are set one beside the other and never change each other. */
export const isCommon = (text: string): boolean => common.test(text)

/** The characters that no document of ours can show as meant, each once with the reason. */
export function unsupported(text: string): { readonly character: string; readonly problem: Unsupported }[] {
  if (common.test(text)) return []
  const found = new Map<string, Unsupported>()
  for (const [pattern, problem] of unsupportedClasses)
    for (const [character] of text.matchAll(pattern)) if (!found.has(character)) found.set(character, problem)
  for (const [character] of composed(text).matchAll(/\p{M}/gu))
    if (!found.has(character)) found.set(character, 'combining mark')
  return [...found].map(([character, problem]) => ({ character, problem }))
}

/**
 * A text with each letter and its combining marks as the one character that Unicode has for them (é), where it has
 * one. All else stays as written: the whole text in NFC would turn compatibility Han into others.
 */
export const composed = (text: string): string =>
  common.test(text) ? text : text.replace(/\P{M}\p{M}+/gu, (cluster) => cluster.normalize('NFC'))
