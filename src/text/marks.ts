import { joinRuns, type Run, type Runs } from '../model/index.ts'

const mark =
  /\\(?<literal>[\\^~*[\]<>])|\[\^(?<note>[^\]]*)\]|\^(?<sup>[A-Za-z0-9+-]{1,4})\^|~(?<sub>[A-Za-z0-9+-]{1,4})~|\*\*(?<strong>[^*]+)\*\*/g

/**
 * Reads Pandoc's inline marks: `m^3^`, `SO~2~`, `**strong**`, `[^note]`, `\` before a mark that is meant literally.
 * A note anchor becomes a run with `note` and no text; its printed mark is known once notes are numbered.
 */
export function parseMarks(source: string): Runs {
  const runs: Run[] = []
  let from = 0
  for (const found of source.matchAll(mark)) {
    if (found.index > from) runs.push({ text: source.slice(from, found.index) })
    const { literal, note, sup, sub, strong } = found.groups ?? {}
    if (literal !== undefined) runs.push({ text: literal })
    else if (note !== undefined) runs.push({ text: '', mark: 'sup', note })
    else if (sup !== undefined) runs.push({ text: sup, mark: 'sup' })
    else if (sub !== undefined) runs.push({ text: sub, mark: 'sub' })
    else if (strong !== undefined) for (const inner of parseMarks(strong)) runs.push({ ...inner, strong: true })
    from = found.index + found[0].length
  }
  if (from < source.length) runs.push({ text: source.slice(from) })
  return joinRuns(runs)
}

/** The ids of the notes a text cites, in order, each with its offset in the source. */
export function citedNotes(source: string): { id: string; offset: number }[] {
  return [...source.matchAll(mark)]
    .filter(({ groups }) => groups?.note !== undefined)
    .map((found) => ({ id: found.groups?.note ?? '', offset: found.index }))
}
