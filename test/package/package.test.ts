import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { element, escapeAttribute, escapeText, PackageError, pack, unpack } from '../../src/package/index.ts'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe('pack', () => {
  const parts: [string, string][] = [
    ['word/document.xml', '<w:document/>'],
    ['_rels/.rels', '<Relationships/>'],
    ['[Content_Types].xml', '<Types/>'],
  ]

  it('puts the content types first and the others by name, whatever their order', () => {
    const bytes = pack(new Map(parts))
    expect([...unpack(bytes).keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
    expect(pack(new Map(parts.toReversed()))).toEqual(bytes)
  })

  it('dates every part 1980-01-01 in its local and its central header, with no extra fields', () => {
    const bytes = Buffer.from(pack(new Map(parts)))
    const local = bytes.indexOf('PK\x03\x04', 0, 'latin1')
    const central = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    expect(bytes.readUInt32LE(local + 10)).toBe(((0 << 25) | (1 << 21) | (1 << 16)) >>> 0)
    expect(bytes.readUInt16LE(local + 28)).toBe(0)
    expect(bytes.readUInt32LE(central + 12)).toBe(((0 << 25) | (1 << 21) | (1 << 16)) >>> 0)
    expect(bytes.readUInt16LE(central + 30)).toBe(0)
  })

  it('gives the same bytes for a text, its bytes and its chunks', () => {
    const long = '表式'.repeat(100_000)
    function* chunks() {
      for (let at = 0; at < long.length; at += 7) yield long.slice(at, at + 7)
    }
    const whole = pack(new Map([['a', long]]))
    expect(text(unpack(whole).get('a'))).toBe(long)
    expect(text(unpack(pack(new Map([['a', chunks()]]))).get('a'))).toBe(long)
    expect(pack(new Map([['a', new TextEncoder().encode(long)]]))).toEqual(whole)
    expect(pack(new Map([['a', chunks()]]))).toEqual(pack(new Map([['a', chunks()]])))
  })

  it('passes on what a chunk throws', () => {
    const failing = (function* () {
      yield 'a'
      throw new Error('row 7')
    })()
    expect(() => pack(new Map([['a', failing]]))).toThrow('row 7')
  })
})

describe('unpack', () => {
  it('refuses what is no package', () => {
    expect(() => unpack(new TextEncoder().encode('not a zip'))).toThrow(PackageError)
  })

  it('refuses a package that unpacks to more than the limit', () => {
    const bomb = zipSync({ a: new Uint8Array(2_000_000) })
    expect(bomb.length).toBeLessThan(5_000)
    expect(() => unpack(bomb, 1_000_000)).toThrow('more than 1000000 bytes')
  })
})

describe('XML', () => {
  it('escapes text and attributes so that a parser reads them back', () => {
    expect(escapeText('a<b & c>d\r')).toBe('a&lt;b &amp; c&gt;d&#13;')
    expect(escapeAttribute('"a"\n\t<&')).toBe('&quot;a&quot;&#10;&#9;&lt;&amp;')
  })

  it('keeps characters beyond the basic plane', () => {
    expect(escapeText('𠮷')).toBe('𠮷')
  })

  it.each([
    ['\u0000', 'U+0000'],
    ['\u000B', 'U+000B'],
    ['\uFFFE', 'U+FFFE'],
    ['\uD800', 'U+D800'],
  ])('refuses %j, which XML cannot hold, by its code point', (char, point) => {
    expect(() => escapeText(`a${char}`)).toThrow(point)
    expect(() => escapeAttribute(`a${char}`)).toThrow(point)
  })

  it('writes an element, leaving out attributes without a value', () => {
    expect(element('w:p', { a: 1, b: undefined, c: '"' }, '<x/>', 'y')).toBe('<w:p a="1" c="&quot;"><x/>y</w:p>')
    expect(element('w:p')).toBe('<w:p/>')
  })
})
