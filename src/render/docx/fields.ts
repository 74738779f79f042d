import type { FieldLine, GridDocument, Segment } from '../../model/index.ts'
import { element } from '../../package/index.ts'
import type { Annotations } from './annotations.ts'
import { indents, runLook } from './look.ts'
import { paragraph, runsXml, tab } from './paragraph.ts'
import { twips } from './units.ts'

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
