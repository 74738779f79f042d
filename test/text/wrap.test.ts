import { describe, expect, it } from 'vitest'
import { parseMarks } from '../../src/text/marks.ts'
import { readable, stressed } from '../../src/text/wrap.ts'

describe('a paragraph on a terminal', () => {
  it.each([
    ['m^3^', 'm³'],
    ['SO~2~、NO~x~', 'SO₂、NOₓ'],
    ['10^-3^ mol', '10⁻³ mol'],
    ['**万m^3^** 整', '万m³ 整'],
  ])('%s has what is raised or lowered as Unicode has it', (written, shown) => {
    expect(readable(parseMarks(written))).toBe(shown)
  })

  it('shows what is strong only where it is asked for', () => {
    expect(stressed(parseMarks('**万m^3^** 整'))).toBe('**万m³** 整')
  })

  it('keeps the marks of what Unicode has not raised or lowered', () => {
    expect(readable(parseMarks('x^AB^ y~Z~'))).toBe('x^AB^ y~Z~')
  })

  it('says the mark of a note as it is printed', () => {
    const note = (text: string) => readable([{ text: '企业' }, { text, mark: 'sup', note: 'a' }])
    expect(note('[1]')).toBe('企业[1]')
    expect(note('①')).toBe('企业①')
    expect(note('1')).toBe('企业¹')
  })
})
