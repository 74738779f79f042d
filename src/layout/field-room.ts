import { type Field, isNumeric } from '../model/index.ts'

/** A stretch of a line, `width` in pt. */
interface Room {
  readonly width: number
  /** A place to write. */
  readonly ruled: boolean
}

/** A field on a line, its label and its places to write. */
export interface LineField<P extends Room> {
  readonly field: Field
  readonly pieces: readonly P[]
}

/** The most that a place to write takes of a line by itself, em. */
function wantedEm({ width, content }: Field): number {
  if (width !== undefined || content.kind !== 'entry') return 0
  const { type, length } = content.ask
  if (type === 'signature') return 20
  if (length !== undefined) return Math.min(14, length + 1)
  return type === 'phone' ? 10 : isNumeric(type) ? 8 : 14
}

/** Hands what is left of a line, pt, to its places to write in proportion to what they want; none gets narrower. */
export function grown<P extends Room>(line: readonly LineField<P>[], left: number, em: number): P[][] {
  const wants = line.flatMap(({ field, pieces }) =>
    pieces.filter(({ ruled }) => ruled).map((piece) => ({ piece, want: wantedEm(field) * em })),
  )
  let growing = wants.filter(({ piece, want }) => want > piece.width)
  let scale = 1
  for (;;) {
    const room = left + growing.reduce((sum, { piece }) => sum + piece.width, 0)
    scale = Math.min(1, room / growing.reduce((sum, { want }) => sum + want, 0))
    const still = growing.filter(({ piece, want }) => want * scale > piece.width)
    if (still.length === growing.length) break
    growing = still
  }
  const widths = new Map(growing.map(({ piece, want }) => [piece, want * scale]))
  return line.map(({ pieces }) => pieces.map((piece) => ({ ...piece, width: widths.get(piece) ?? piece.width })))
}
