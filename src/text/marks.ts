import { joinRuns, type Run, type Runs } from '../model/index.ts'
import { composed } from './characters.ts'

const mark =
  /\\(?<literal>[\\^~*[\]<>|])|\[\^(?<note>[^\]]*)\]|\^(?<sup>[A-Za-z0-9+-]{1,4})\^|~(?<sub>[A-Za-z0-9+-]{1,4})~|\*\*(?<strong>[^*]+)\*\*/g

/** The same with places to write `<…>`, where no `\` stands before them. */
const markOrPlace = new RegExp(`${mark.source}|<(?<place>[^<>]*)>`, 'g')

/**
 * Reads Pandoc's inline marks: `m^3^`, `SO~2~`, `**strong**`, `[^note]`, `\` before a mark that is meant literally.
 * A note anchor becomes a run with `note` and no text; its printed mark is known once notes are numbered.
 */
export const parseMarks = (source: string): Runs => joinRuns(scan(source, mark))

/** A run of words, or a place to write: `place` is what stands between its brackets. */
export type Scanned = Run & { readonly place?: string }

/** The same of a text with places to write in it; each is a run of its own, without text. */
export const scanPlaces = (source: string): readonly Scanned[] => scan(source, markOrPlace)

function scan(written: string, pattern: RegExp): Scanned[] {
  const source = composed(written)
  const runs: Scanned[] = []
  let from = 0
  for (const found of source.matchAll(pattern)) {
    if (found.index > from) runs.push({ text: source.slice(from, found.index) })
    const { literal, note, sup, sub, strong, place } = found.groups ?? {}
    if (literal !== undefined) runs.push({ text: literal })
    else if (note !== undefined) runs.push({ text: '', mark: 'sup', note })
    else if (sup !== undefined) runs.push({ text: sup, mark: 'sup' })
    else if (sub !== undefined) runs.push({ text: sub, mark: 'sub' })
    else if (place !== undefined) runs.push({ text: '', place })
    else if (strong !== undefined) for (const inner of scan(strong, pattern)) runs.push({ ...inner, strong: true })
    from = found.index + found[0].length
  }
  if (from < source.length) runs.push({ text: source.slice(from) })
  return runs
}

/** The ids of the notes a text cites, in order, each with its offset in the source. */
export function citedNotes(source: string): { id: string; offset: number }[] {
  // Spaces for the stars of `**strong**`, which would hide an anchor within; offsets stay.
  return [...source.replace(/(?<!\\)\*\*/g, '  ').matchAll(mark)]
    .filter(({ groups }) => groups?.note !== undefined)
    .map((found) => ({ id: found.groups?.note ?? '', offset: found.index }))
}
