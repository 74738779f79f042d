/** pt → twips (1/20 pt, DXA), whole. */
export const twips = (pt: number): number => Math.round(pt * 20)

/** pt → half-points, the unit of font sizes. */
export const halfPoints = (pt: number): number => Math.round(pt * 2)

/** pt → eighths of a point, the unit of a border's width; Word draws none thinner than 2 eighths. */
export const eighths = (pt: number): number => Math.max(2, Math.round(pt * 8))

/**
 * The edges of columns in twips, from 0, one more than there are columns. Each is rounded by itself, so that
 * the widths between them add up to the table's whatever columns a cell spans.
 * @param widths pt
 */
export function columnEdges(widths: readonly number[]): number[] {
  const edges = [0]
  let at = 0
  for (const width of widths) {
    at += width
    edges.push(twips(at))
  }
  return edges
}
