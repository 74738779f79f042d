/** Primaries and white of sRGB as XYZ under D50 (IEC 61966-2-1, adapted by Bradford). */
const colorants = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.8249],
} as const
const d50 = colorants.wtpt

const headerBytes = 128
const curvePoints = 1024

/**
 * An ICC profile of sRGB for displays, version 2 (ICC.1:2001-04): primaries, white and the transfer curve of
 * IEC 61966-2-1 as a table. Made here so that no profile of someone else's is shipped.
 */
export function srgbProfile(): Uint8Array {
  const tags: [name: string, data: Buffer][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', typed('text', Buffer.from('Public domain\0', 'latin1'))],
    ...Object.entries(colorants).map(([name, xyz]): [string, Buffer] => [name, typed('XYZ ', numbers(xyz))]),
    ['rTRC', curve()],
  ]
  const count = tags.length + 2
  const table = Buffer.alloc(4 + 12 * count)
  table.writeUInt32BE(count)
  const bodies: Buffer[] = []
  let offset = headerBytes + table.length
  const enter = (index: number, name: string, at: number, size: number) => {
    table.write(name, 4 + 12 * index, 'latin1')
    table.writeUInt32BE(at, 8 + 12 * index)
    table.writeUInt32BE(size, 12 + 12 * index)
  }
  for (const [index, [name, data]] of tags.entries()) {
    enter(index, name, offset, data.length)
    // The three channels have one curve.
    if (name === 'rTRC')
      for (const [n, other] of ['gTRC', 'bTRC'].entries()) enter(index + 1 + n, other, offset, data.length)
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)])
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header(offset), table, ...bodies])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerBytes)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x0210_0000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // Version 2 was published in 2001; a profile must have a date.
  for (const [index, part] of [2001, 4, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36, 'latin1')
  numbers(d50).copy(bytes, 68)
  return bytes
}

const typed = (type: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), data])

/** s15Fixed16Number each. */
function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), 4 * index)
  return bytes
}

/** textDescriptionType: the text in ASCII, and none in Unicode and Macintosh script. */
function description(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length + 1)
  return typed('desc', Buffer.concat([length, Buffer.from(`${text}\0`, 'latin1'), Buffer.alloc(8 + 3 + 67)]))
}

function curve(): Buffer {
  const bytes = Buffer.alloc(4 + 2 * curvePoints)
  bytes.writeUInt32BE(curvePoints)
  for (let n = 0; n < curvePoints; n++) {
    const encoded = n / (curvePoints - 1)
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(linear * 65_535), 4 + 2 * n)
  }
  return typed('curv', bytes)
}
