/** Length of a group of code points in a `cmap` of format 12, bytes. */
const GROUP = 12

/**
 * Which glyph draws a character, 0 where none does: the groups of the `cmap` subtable of format 12 (ISO/IEC 14496-22,
 * 5.2.1.3.7), which fonts have that go beyond the Basic Multilingual Plane.
 * @throws Error where there is no such subtable
 */
export function glyphsOf(cmap: DataView): (codePoint: number) => number {
  const start = segmented(cmap)
  const count = cmap.getUint32(start + 12)
  return (codePoint) => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      const group = start + 16 + middle * GROUP
      if (codePoint < cmap.getUint32(group)) high = middle
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1
      else return cmap.getUint32(group + 8) + codePoint - cmap.getUint32(group)
    }
    return 0
  }
}

function segmented(cmap: DataView): number {
  for (let at = 0; at < cmap.getUint16(2); at++) {
    const start = cmap.getUint32(4 + 8 * at + 4)
    if (cmap.getUint16(start) === 12) return start
  }
  throw new Error('the font has no character map of format 12')
}
