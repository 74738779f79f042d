const digits = '〇一二三四五六七八九'
const stems = '甲乙丙丁戊己庚辛壬癸'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** 1–99 in Chinese: 十, 十二, 二十, 二十一. */
function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return head + (ones === 0 ? '' : digits[ones])
}

function roman(n: number): string {
  const values: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = n
  return values
    .map(([value, sign]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return sign.repeat(times)
    })
    .join('')
}

function letters(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + n) : letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1)
}

const counters: Record<string, (n: number) => string> = {
  '1': String,
  一: chinese,
  甲: (n) => stems[n - 1] ?? chinese(n),
  '①': (n) => circled[n - 1] ?? `(${n})`,
  A: letters,
  a: (n) => letters(n).toLowerCase(),
  I: (n) => roman(n).toUpperCase(),
  i: roman,
}

const sign = /1|一|甲|①|(?<![A-Za-z])[AaIi](?![A-Za-z])/g

/**
 * Prints numbers by a pattern that shows the first ones: `表1-1` with 2, 1 → `表2-1`, with 2 alone → `表2`;
 * `一、` with 12 → `十二、`. Without a counter in it the pattern is printed as it is.
 */
export function numeral(pattern: string, ...numbers: number[]): string {
  const found = [...pattern.matchAll(sign)]
  const last = found.at(-1)
  if (!last) return pattern
  let printed = ''
  let from = 0
  for (const [index, { 0: counter, index: at }] of found.entries()) {
    const n = numbers[index]
    if (n === undefined) break
    printed += pattern.slice(from, at) + (counters[counter] as (n: number) => string)(n)
    from = at + counter.length
  }
  return printed + pattern.slice(last.index + last[0].length)
}

/** The counters of a pattern such as `甲1`, one printing function each. */
export function counterFunctions(pattern: string): ((n: number) => string)[] {
  return [...pattern.matchAll(sign)].map(([counter]) => counters[counter] as (n: number) => string)
}
