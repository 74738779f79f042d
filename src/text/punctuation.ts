/**
 * Which characters may stand at the start and the end of a line, and which keep together: GB/T 15834-2011 §5.1 and
 * W3C Requirements for Chinese Text Layout (clreq), "Prohibition Rules for Line Start and Line End". All characters
 * here are strings of one code point.
 */

/** What a line break at a place costs. A line ends at the cheapest place there is in it. */
export const breakCost = {
  /** A line may end here. */
  free: 0,
  /** Between what belongs together, a number and its unit, a box and its option: only where that is longer than a line. */
  phrase: 1,
  /** After a mark that parts an address or a code, as office programs break them: only where that is longer than a line. */
  address: 2,
  /** Within a word or a number: only where that is longer than a line. */
  word: 3,
  /** A mark would stand where the standards forbid it. */
  mark: 4,
  /** Within one sign: the halves of ——, the dots of ……, a word and its footnote mark. */
  sign: 5,
  /** Within a footnote mark or an index: [12]. */
  index: 6,
  /** Before a space: it hangs at the end of the line instead. */
  never: 7,
} as const
export type BreakCost = (typeof breakCost)[keyof typeof breakCost]

/** An office program that breaks lines itself, by its own rules. */
export type OfficeProgram = 'LibreOffice' | 'Word'

/** After which marks within a word a line may end as freely as between words. */
const freeAfter: Readonly<Record<OfficeProgram, ReadonlySet<string>>> = {
  // Unicode Standard Annex 14, classes SY, HY and EX.
  LibreOffice: new Set('/-?'),
  Word: new Set('-'),
}

/** What a break between `a` and `b` costs an office program, where the standards say `cost`: it keeps no phrase together. */
export function officeCost(cost: BreakCost, a: string, b: string, program: OfficeProgram): BreakCost {
  if (cost === breakCost.address) return freeAfter[program].has(a) ? breakCost.free : breakCost.word
  if (cost !== breakCost.free && cost !== breakCost.phrase) return cost
  if (program === 'Word') return breakCost.free
  // Annex 14 before Unicode 13, rules 19, 22, 24 and 30: no break between a word and what opens behind or closes before it.
  const glued = (isWord(a) && (notLast.has(b) || twoEm.has(b))) || (isWord(b) && closed.has(a))
  return glued ? breakCost.word : breakCost.free
}

/** Closing brackets, quotation marks and signs of figures, between which and a word LibreOffice ends no line. */
const closed: ReadonlySet<string> = new Set('）］｝〕》〉」』】〗”’％‰℃')

const closing = '、，。．：；！？）］｝〕》〉」』】〗｠”’％‰℃℉°′″·・‧｡､｣)]},.;:!?%'
const opening = '（［｛〔《〈「『【〖｟“‘｢([{￥¥＄$£€№'
/** 连接号, not at a line's start (§5.1.6); the one-em dash is in `breakBetween`. */
const connecting = '～〜–－-~'
/** 分隔号, neither at a line's start nor at its end (§5.1.9). */
const dividing = '/／'

const notFirst: ReadonlySet<string> = new Set(closing + connecting + dividing)
const notLast: ReadonlySet<string> = new Set(opening + dividing)
const twoEm: ReadonlySet<string> = new Set('—…⋯')
const beforeNumber: ReadonlySet<string> = new Set('±≥≤≈＜＞＋+－−～〜–—')
/** Straight quotes do not say which side they close. */
const either: ReadonlySet<string> = new Set('"\'')
const boxes: ReadonlySet<string> = new Set('□☐☑☒')

/** A space a line may end after; it hangs there and is trimmed. No-break spaces are not among them. */
export const isSpace = (char: string): boolean => spaces.has(char)
const spaces: ReadonlySet<string> = new Set(' \t\r\u3000\u2002\u2003\u2009\u200A')

/** May not stand at a line's start. */
export const isNotFirst = (char: string): boolean => notFirst.has(char)

/** A bracket or quotation mark that closes. */
export const isClosing = (char: string): boolean => brackets.has(char)
const brackets: ReadonlySet<string> = new Set('）］｝〕》〉」』】〗｠”’)]}')

/** May not stand at a line's end. */
export const isNotLast = (char: string): boolean => notLast.has(char)

/** What stands around a place in a text: two characters before it, two after; '' beyond its ends. */
export interface Around {
  readonly before: string
  readonly a: string
  readonly b: string
  readonly after: string
}

/** What it costs to break between `a` and `b`, neither of them a space. */
export function breakBetween({ before, a, b, after }: Around): BreakCost {
  if (isHan(a) && isHan(b)) return breakCost.free
  if (gluing.has(a) || gluing.has(b) || (a === b && twoEm.has(a))) return breakCost.sign
  // Between Han the slash is a 分隔号, which may not end a line.
  if (parting.has(a) && isPart(before) && isWord(b) && !notFirst.has(b))
    return a === '.' && isDigit(before) && isDigit(b) ? breakCost.word : breakCost.address
  if (notFirst.has(b) || notLast.has(a) || (b === '—' && after !== '—')) return breakCost.mark
  if (isWord(a) && isWord(b)) return breakCost.word
  if (either.has(a) || either.has(b) || boxes.has(a)) return breakCost.phrase
  // 4754－2002 is one number, 10～20 two; but where a line is too short the dash is a better place than within a figure.
  if (a === '－' && isDigit(before) && isDigit(b)) return breakCost.address
  if (beforeNumber.has(a) && isDigit(b)) return breakCost.phrase
  // 〔2020〕27号 is one number.
  if ((a === '〕' || a === '］') && isDigit(before) && isDigit(b)) return breakCost.phrase
  if ((a === '·' || a === '’') && isWord(before) && isWord(b)) return breakCost.word
  return breakCost.free
}

/** Marks between the parts of an address or a code. */
const parting: ReadonlySet<string> = new Set('/?&=.-')
const isPart = (char: string): boolean => /^[0-9A-Za-z_/]$/.test(char)

const gluing: ReadonlySet<string> = new Set('\u00A0\u202F\u2007')

const isHan = (char: string): boolean => {
  const unit = char.charCodeAt(0)
  return unit >= 0x3400 && unit < 0xa000
}

const isDigit = (char: string): boolean => (char >= '0' && char <= '9') || (char >= '０' && char <= '９')

/** Part of a word or number that is kept whole: ASCII, Latin, Greek, Cyrillic, full-width letters and figures. */
function isWord(char: string): boolean {
  const unit = char.charCodeAt(0)
  if (unit < 0x80) return unit > 0x20
  if (unit < 0x530) return unit >= 0xb0 && unit !== 0xb1 && unit !== 0xb7 && unit !== 0xd7 && unit !== 0xf7
  if (unit >= 0x2070 && unit <= 0x209f) return true
  if (unit === 0x2032 || unit === 0x2033 || unit === 0x2103) return true
  if (unit >= 0x1e00 && unit < 0x2000) return true
  return isDigit(char) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)
}

const quantity =
  '标准煤|平方公里|平方千米|平方米|立方米|公里|厘米|毫米|公顷|公斤|毫克|毫升|瓦时|美元|小时|分钟|' +
  '吨标准煤|吨|克|米|升|瓦|元|亩|度|倍|秒|时|分|年|月|日|天|周|个|家|项|人|名|次|台|套|条|件|页|号|户|份|座|辆'
const symbol = 'mm|cm|km|m|mg|kg|g|t|tce|mL|ml|L|kWh|kW|MWh|MW|GW|W|h|min|s|Pa|kPa|MPa|J|kJ|MJ|GJ|V|kV|Hz|dB|ppm|hm|d|a'

/** 10万吨, 10 kg, 35 μg/m³, 10 万吨, GB/T 4754: what belongs to the number before it, and a number to the code before it. */
const phrase = new RegExp(
  `(?<=[0-9０-９])(?:[十百千万亿]+(?:${quantity})?|(?:${quantity}))|` +
    `(?<=[0-9０-９][十百千万亿]*|[0-9] [十百千万亿]+)[ \u3000](?=[μµ]?(?:${symbol})(?![A-Za-z])|[％%℃‰]|[十百千万亿])|` +
    '(?<=[A-Z](?:/[TZ])?) (?=[0-9])',
  'gu',
)

/** 3 000 and 1.5 × 10⁸ are one number each. */
const oneNumber = /(?<=[0-9])(?: (?=[0-9]{3}(?![0-9]))| ?× ?(?=[0-9]))/gu

/** What stands in brackets behind a label, mostly its unit: 额度（万元）, 用水量（万m3）. */
const bracketed = /[（(][^（）()，、。；：\s]{1,7}[）)]/gu

/** What every phrase begins behind or with: names have none, and are asked first. */
const mayHavePhrase = /[0-9０-９A-Z（(]/

/**
 * The places in a text (before the character with that index) where a phrase would be broken, and what it costs. Of
 * a phrase with a space, the place is behind the space.
 */
export function* breaksInPhrases(text: string): Generator<{ at: number; cost: BreakCost }> {
  if (!mayHavePhrase.test(text)) return
  for (const { index, 0: found } of text.matchAll(phrase)) {
    yield { at: isSpace(found) ? index + 1 : index, cost: breakCost.phrase }
    for (let i = 1; i < found.length; i++) yield { at: index + i, cost: breakCost.word }
  }
  for (const { index, 0: found } of text.matchAll(oneNumber))
    for (let i = 0; i <= found.length; i++) yield { at: index + i, cost: breakCost.phrase }
  for (const { index, 0: found } of text.matchAll(bracketed))
    for (let i = 1; i < found.length; i++) yield { at: index + i, cost: breakCost.phrase }
}
