/** The most characters (UTF-16 code units) that Excel takes. */
const longest = 31

/**
 * A worksheet's name as Excel takes it: at most 31 characters, without `[]:*?/\` and control characters, no apostrophe
 * at either end, not `History`, and unlike the names `taken`, letter case aside; a second one gets （2）.
 */
export function sheetName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()).concat('history'))
  const clean = trim(wanted.replace(/[[\]:*?/\\]|\p{C}/gu, ' ').replace(/\s+/gu, ' ')) || '表'
  for (let times = 1; ; times++) {
    const mark = times === 1 ? '' : `（${times}）`
    const name = trim(head(clean, longest - mark.length)) + mark
    if (!used.has(name.toLowerCase())) return name
  }
}

const trim = (name: string): string => name.replace(/^[\s']+|[\s']+$/gu, '')

/** The first characters, none of them cut in half. */
const head = (text: string, most: number): string => {
  const cut = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
