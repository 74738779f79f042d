/** Pads a table to four bytes, as a font file wants it. */
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
const u16 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => Buffer.from([(v >> 8) & 255, v & 255])))
const u32 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => u16(v >>> 16, v & 0xffff)))
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/**
 * A TrueType font made of nothing but squares, an em of 1000 units wide, for the characters given: what an office would
 * supply with `--font`, without a font in the repository.
 * @param family its name
 */
export function tinyFont(family: string, characters: string): Buffer {
  const codePoints = [...characters].map((char) => char.codePointAt(0) as number).sort((a, b) => a - b)
  const glyphs = codePoints.length + 1
  // One contour of four points on the curve.
  const square = Buffer.concat([
    u16(1, 100, 0, 900, 800, 3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(100, 800, 0, 0x10000 - 800),
    u16(0, 0, 800, 0),
  ])
  const glyph = padded(square)
  const names = [1, 2, 4, 6].map((id) => ({ id, text: utf16(id === 6 ? family.replace(/[^A-Za-z0-9]/g, '') : family) }))
  let at = 0
  const records = names.map(({ id, text }) => {
    const record = u16(3, 1, 0x409, id, text.length, at)
    at += text.length
    return record
  })
  const groups = Buffer.concat(codePoints.map((codePoint, index) => u32(codePoint, codePoint, index + 1)))
  const tables: Record<string, Buffer> = {
    'OS/2': Buffer.concat([u16(4, 1000, 400, 5, 0), Buffer.alloc(86)]),
    cmap: Buffer.concat([u16(0, 1, 3, 10), u32(12), u16(12, 0), u32(16 + groups.length, 0, codePoints.length), groups]),
    glyf: Buffer.concat(Array.from({ length: glyphs }, () => glyph)),
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(0, 1000),
      Buffer.alloc(16),
      u16(100, 0, 900, 800, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([u32(0x10000), u16(880, 0x10000 - 120, 0, 1000), Buffer.alloc(22), u16(glyphs)]),
    hmtx: Buffer.concat(Array.from({ length: glyphs }, () => u16(1000, 100))),
    loca: u32(...Array.from({ length: glyphs + 1 }, (_, index) => index * glyph.length)),
    maxp: Buffer.concat([u32(0x10000), u16(glyphs, 4, 1, 0, 0, 2), Buffer.alloc(16)]),
    name: Buffer.concat([u16(0, names.length, 6 + 12 * names.length), ...records, ...names.map(({ text }) => text)]),
    post: Buffer.concat([u32(0x30000), Buffer.alloc(28)]),
  }
  return assembled(tables)
}

function assembled(tables: Readonly<Record<string, Buffer>>): Buffer {
  const count = Object.keys(tables).length
  let at = 12 + 16 * count
  const directory: Buffer[] = [u32(0x10000), u16(count, 128, 3, 32)]
  const bodies: Buffer[] = []
  for (const [tag, table] of Object.entries(tables)) {
    directory.push(Buffer.from(tag, 'latin1'), u32(0, at, table.length))
    bodies.push(padded(table))
    at += padded(table).length
  }
  return Buffer.concat([...directory, ...bodies])
}
