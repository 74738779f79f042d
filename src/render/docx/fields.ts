import type { FieldLine, GridDocument, Run, Segment } from '../../model/index.ts'
import { element } from '../../package/index.ts'
import type { Annotations } from './annotations.ts'
import { indents, runLook } from './look.ts'
import { framed, paragraph, runsXml, tab } from './paragraph.ts'
import { twips } from './units.ts'

/** Tab stops that Word takes in a paragraph. */
const mostStops = 64

/** At each side of a character, pt: in less, a tab has no room and goes on to the next stop. */
const leastRoom = 0.2

interface Stop {
  readonly at: number
  readonly align: 'left' | 'center'
}

/**
 * A field line as one paragraph: tabs carry each segment to its place, an underlined tab is the rule of a place to
 * write. The line may run two characters into the margin: words that end at the margin stay on it in a wider font too.
 * Each segment stands in a bookmark: a value in `<id>__v`, a label or text in `<line>__s<n>`.
 * @param before `w:pPr` children: `properties` come before tab stops, `spacing` after them
 */
export function fieldLineXml(
  line: FieldLine,
  before: { readonly properties: string; readonly spacing: string },
  document: GridDocument,
  marks: Annotations,
): string {
  const stops: Stop[] = []
  const tabs = tabsAtBoxes(line.segments)
  let content = ''
  let at = 0
  line.segments.forEach((segment, index) => {
    // A text that ends where the next begins needs no tab: a font a hair wider would carry it past its stop.
    if (segment.x - at > 0.5) {
      stops.push({ at: segment.x, align: 'left' })
      content += tab(false, marks, line.revision)
    }
    const look = segment.style === line.style ? '' : runLook(document.styles[segment.style])
    const align = document.styles[segment.style].align
    const xml = segment.rule
      ? ruled(segment, look, align, stops, marks, line.revision)
      : segment.boxes
        ? boxed(segment, tabs, look, stops, marks)
        : runsXml(segment.content, marks, look)
    content +=
      segment.role === 'value' ? marks.bookmark(segment.id, 'v', xml) : marks.bookmark(line.id, `s${index + 1}`, xml)
    at = segment.rule || segment.role !== 'value' ? segment.x + segment.width : segment.x
  })
  const { properties, spacing } = before
  const spare = 2 * document.styles[line.style].size
  return paragraph(
    line.style,
    properties + tabStops(stops) + spacing + indents(0, 0, -spare) + LEFT,
    content,
    marks.revisionMark(line.revision),
  )
}

/**
 * Characters in frames, each in the middle of its own by a tab before and a tab behind it, and what stands between and
 * after them. A letter that ended behind its frame would take the tab to the next one: behind a wide one is room.
 * @param tabs at each character, for which there are stops: 2, 1 or 0; room takes the place of those that are missing
 */
function boxed(
  { content, x, boxes = [] }: Segment,
  tabs: number,
  look: string,
  stops: Stop[],
  marks: Annotations,
): string {
  // A hair into the first box: what stands before may be set a hair wider.
  stops.push({ at: x + (boxes[0]?.x ?? 0) + 0.5, align: 'left' })
  let xml = tab(false, marks)
  let at = 0
  for (const run of content) {
    const cut = (from: number, to?: number): Run => ({ ...run, text: run.text.slice(from, to) })
    let done = 0
    for (const [nth, { from, to, x: left, width, room, wide }] of boxes.entries()) {
      if (from < at || from >= at + run.text.length) continue
      const [before, after] = [tabs > 0 && room >= leastRoom, tabs > 1 && room >= leastRoom && !wide]
      const behind = after ? 0 : before ? room : 2 * room
      // The room behind a character is centred with it.
      if (before) stops.push({ at: x + left + (width + behind) / 2, align: 'center' })
      if (after) stops.push({ at: x + left + width, align: 'left' })
      xml += runsXml([cut(done, from - at)], marks, look)
      xml += framed(cut(from - at, to - at), { nth, before, after, behind }, marks, look)
      done = to - at
    }
    xml += runsXml([cut(done)], marks, look)
    at += run.text.length
  }
  return xml
}

/** For how many tabs at each box the paragraph has stops: 2, 1 or 0. */
function tabsAtBoxes(segments: readonly Segment[]): number {
  const boxes = segments.reduce((sum, each) => sum + (each.boxes?.length ?? 0), 0)
  const left = mostStops - 2 * segments.length
  return boxes === 0 ? 0 : Math.max(0, Math.min(2, Math.floor(left / boxes)))
}

const LEFT = element('w:jc', { 'w:val': 'left' })

/** The rule reaches to a stop at its end; a centred text comes to a stop in its middle first. */
function ruled(
  { content, x, width }: Segment,
  look: string,
  align: string,
  stops: Stop[],
  marks: Annotations,
  revision: FieldLine['revision'],
): string {
  const text = runsXml(content, marks, look, true)
  const centred = align === 'center' && text !== ''
  if (centred) stops.push({ at: x + width / 2, align: 'center' })
  stops.push({ at: x + width, align: 'left' })
  return (centred ? tab(true, marks, revision) : '') + text + tab(true, marks, revision)
}

function tabStops(stops: readonly Stop[]): string {
  if (stops.length === 0) return ''
  const xml = stops.map(({ at, align }) => element('w:tab', { 'w:val': align, 'w:pos': twips(at) }))
  return element('w:tabs', {}, ...xml)
}
