import type { Ask } from '../../../src/model/index.ts'
import { type Data, isMap, textOf } from './data.ts'
import { placesOf } from './exact.ts'
import { placesWithin } from './form.ts'

/** A figure as printed: the digits as written, zeros up to the places of the column. */
export function printedFigure(text: string, { decimals = 0, grouping }: Pick<Ask, 'decimals' | 'grouping'>): string {
  const [whole = '', places = ''] = text.split('.')
  const padded = places.padEnd(Math.max(decimals, placesOf(text)), '0')
  const parted = grouping === true ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return padded === '' ? parted : `${parted}.${padded}`
}

const yes = ['是', 'yes', 'true']

/** What a cell prints of what was written there, paragraphs parted by `\n`; '' where nothing was. */
export function printedValue(data: Data | undefined, ask: Ask): string {
  const places = placesWithin(ask)
  if (places.length > 0 && ask.value?.kind === 'text') return printedWithin(data, ask.value.text.source, places)
  const text = textOf(data)
  if (text === undefined) return ''
  switch (ask.type) {
    case 'count':
    case 'number':
    case 'rate':
      return printedFigure(text.trim(), ask)
    case 'yesno':
      return yes.includes(text.toLowerCase()) ? '是' : '否'
    case 'date': {
      const [, year = '', month = '', day = ''] = /^(\d+)-0?(\d+)-0?(\d+)$/.exec(text) ?? []
      return `${year}年${month}月${day}日`
    }
    case 'text':
      return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(/\n+$/, '')
    case 'quantity':
    case 'phone':
    case 'email':
    case 'file':
      return text.trim()
    default:
      throw new Error(`no shipped form asks for a ${ask.type}`)
  }
}

/** `<people:人>人（<share:%>%）` with its places filled in; three wide spaces where one is not; '' where none is. */
function printedWithin(data: Data | undefined, source: string, places: { id: string }[]): string {
  const at = (id: string) => textOf(isMap(data) ? data[id] : id === '' ? data : undefined)
  if (!places.some(({ id }) => at(id) !== undefined)) return ''
  return source.replace(
    /<([^<>:]*):?([^<>]*)>/g,
    (_, id: string) => at(id)?.replaceAll('\t', ' ') ?? '\u3000'.repeat(3),
  )
}
