/**
 * Years in which editions of often cited standards were issued, rising; from the national platform of standards
 * (std.samr.gov.cn). A standard that another replaced has that one's number with its year.
 */
const standards: Readonly<Record<string, readonly (number | string)[]>> = {
  'GB/T 4754': [1984, 1994, 2002, 2011, 2017],
  'GB/T 2589': [1981, 1990, 2008, 2020],
  'GB 5085.7': [2007, 2019],
  'GB/T 9704': [1988, 1999, 2012],
  'GB/T 15834': [1990, 1995, 2011],
  'GB/T 19001': [1992, 1994, 2000, 2008, 2016],
  'GB/T 24001': [1996, 2004, 2016],
  'JTG H20': [2007, 'JTG 5210-2018'],
}

/** A citation of a standard: `GB/T 4754－2002`, with any kind of hyphen. */
export const standardPattern =
  /(?<![A-Za-z])((?:[A-Z]{2,4}\d{0,2})(?:\/[TZ])?\s?[A-Z]?\d+(?:\.\d+)*)\s?[-－–—]\s?(\d{4})(?!\d)/g

/** The newest edition of a standard, where it is newer than the one cited: `GB/T 4754-2017`; undefined where none is known. */
export function newerStandard(number: string, year: number): string | undefined {
  const name = number.replace(/^([A-Z]+\d*(?:\/[TZ])?)\s?/, '$1 ')
  const newest = standards[name]?.at(-1)
  if (newest === undefined || newest === year) return undefined
  if (typeof newest === 'string') return newest
  return newest > year ? `${name}-${newest}` : undefined
}

/** The newest edition of a code list named after its standard, `gbt4754-2002`; undefined where none is known. */
export function newerList(name: string): string | undefined {
  const [, number = '', year = ''] = /^gbt(\d+)-(\d{4})$/.exec(name) ?? []
  const newest = standards[`GB/T ${number}`]?.at(-1)
  return typeof newest === 'number' && newest > Number(year) ? `gbt${number}-${newest}` : undefined
}
