import { describe, expect, it } from 'vitest'
import { plain } from '../../src/model/index.ts'
import { breakLines, type Measure } from '../../src/text/breaks.ts'
import { keptSolid, spaced } from '../../src/text/spacing.ts'
import { broken } from './support/rules.ts'

/** Ten points an em; ASCII half an em. */
const measure: Measure = (text) => [...text].reduce((sum, char) => sum + (char < '\u007F' ? 5 : 10), 0)
const lines = (text: string, em: number, autospace = false): string[] =>
  breakLines([{ text }], { first: em * 10, rest: em * 10 }, measure, autospace).map(({ runs }) => plain(runs))

describe('where a line may end, by clause', () => {
  const cases: readonly [clause: string, text: string, em: number, expected: readonly string[]][] = [
    ['GB/T 15834 5.1.1', '节能减排，降耗', 4, ['节能减', '排，降耗']],
    ['GB/T 15834 5.1.1', '节能减排、降耗', 4, ['节能减', '排、降耗']],
    ['GB/T 15834 5.1.1', '节能减排。', 4, ['节能减', '排。']],
    ['GB/T 15834 5.1.2', '是否达标？是', 4, ['是否达', '标？是']],
    ['GB/T 15834 5.1.2', '是否达标？！是', 4, ['是否达', '标？！是']],
    ['GB/T 15834 5.1.3', '节能量（合计）', 4, ['节能量', '（合计）']],
    ['GB/T 15834 5.1.3', '依据“双碳”', 3, ['依据', '“双', '碳”']],
    ['GB/T 15834 5.1.3', '依据《办法》', 3, ['依据', '《办', '法》']],
    ['GB/T 15834 5.1.4', '审核结果——达标', 5, ['审核结果', '——达标']],
    ['GB/T 15834 5.1.5', '第一第二第三……', 7, ['第一第二第三', '……']],
    ['GB/T 15834 5.1.5', '甲乙…………丙丁', 4, ['甲乙', '…………', '丙丁']],
    ['GB/T 15834 5.1.6', '北京上海～天津', 4, ['北京上', '海～天津']],
    ['GB/T 15834 5.1.6', '北京上海—天津', 4, ['北京上', '海—天津']],
    ['GB/T 15834 5.1.7', '卡尔卡尔·马克思', 4, ['卡尔卡', '尔·马克', '思']],
    ['GB/T 15834 5.1.9', '甲乙丙丁／戊己', 4, ['甲乙丙', '丁／戊己']],
    ['GB/T 15834 5.1.9', '甲乙丙／戊己', 4, ['甲乙', '丙／戊己']],
    ['clreq, Mixed Text', '减排VOCs三吨', 3, ['减排', 'VOCs三', '吨']],
    ['clreq, Mixed Text', '共计12,345.67元', 5, ['共计', '12,345.67', '元']],
    ['clreq, Mixed Text', '温度为100℃时', 4, ['温度为', '100℃时']],
    ['unit with its figure', '减排总量10万吨', 5, ['减排总量', '10万吨']],
    ['unit with its figure', '浓度约为35 μg/m3', 6, ['浓度约为', '35 μg/m3']],
    ['unit with its figure', '年用水量10 万 m3', 6, ['年用水量', '10 万 m3']],
    ['unit with its figure', '年用水量10 万吨', 6, ['年用水量', '10 万吨']],
    ['groups of three digits', '年产量为3 000 kg', 6, ['年产量为', '3 000 kg']],
    ['a power of ten', '发电量1.5 ×10 kWh', 7, ['发电量', '1.5 ×10 kWh']],
    ['a power of ten', '发电量1.5×108 kWh', 7, ['发电量', '1.5×108 kWh']],
    ['two figures side by side', '分别为1 20 吨', 4.5, ['分别为1', '20 吨']],
    ['unit in its brackets', '额度（万元）', 4, ['额度', '（万元）']],
    ['unit in its brackets', '用水量（万m3）', 5, ['用水量', '（万m3）']],
  ]
  it.each(cases)('%s: %s in %d em', (_, text, em, expected) => {
    expect(lines(text, em)).toEqual(expected)
  })

  it('a footnote mark keeps its brackets and figures together in a column that is too narrow for all', () => {
    const runs = [{ text: '数' }, { text: '[3]', mark: 'sup' as const, note: 'a' }]
    const broken = breakLines(runs, { first: 16, rest: 16 }, measure).map((line) => plain(line.runs))
    expect(broken).toEqual(['数', '[3]'])
  })

  it('is checked by rules that see each of these faults', () => {
    const faults = [
      '甲|，乙',
      '甲（|乙',
      '甲—|—',
      '甲…|…',
      'VO|Cs',
      '12.|5',
      '10|万吨',
      '额度（万|元）',
      '甲|～乙',
      '甲／|乙',
    ]
    for (const fault of faults) {
      const [line = '', next = ''] = fault.split('|')
      expect(broken(line, next), fault).toBeDefined()
    }
    expect(broken('额度', '（万元）')).toBeUndefined()
  })
})

describe('room that marks give up, by clause', () => {
  /** The line with `-` where half an em is taken away and `+` where a quarter is added. */
  const room = (text: string, align: 'left' | 'center' | 'right' | 'justify' = 'left', autospace = false): string => {
    const line = { runs: [{ text }], width: measure(text, { text }), last: true }
    const { spacing = [], width } = spaced(line, { align, autospace }, measure)
    expect(width).toBe(line.width)
    return spacing.reduceRight((shown, { at, by }) => {
      expect([-5, 2.5]).toContain(by)
      return shown.slice(0, at) + (by < 0 ? '-' : '+') + shown.slice(at)
    }, text)
  }
  const cases: readonly [clause: string, text: string, expected: string][] = [
    ['clreq, adjacent marks: closing and pause', '（试行）。', '（试行）-。'],
    ['clreq, adjacent marks: pause and opening', '注：“双碳”', '注：-“双碳”'],
    ['clreq, adjacent marks: closing and opening', '《甲》《乙》', '《甲》-《乙》'],
    ['clreq, adjacent marks: opening and opening', '（《甲》）', '（-《甲》-）'],
    ['clreq, adjacent marks: an empty pair keeps its room', '（）', '（）'],
    ['clreq, adjacent marks: three in a row', '甲）”，乙', '甲）-”-，乙'],
    ['GB/T 15834 5.1.2: two take one em', '甲？！乙', '甲？-！-乙'],
    ['GB/T 15834 5.1.2: three take two em', '甲！！！乙', '甲！-！-！乙'],
    ['GB/T 15834 5.1.4: a dash keeps its two em', '甲——乙', '甲——乙'],
    ['GB/T 15834 5.1.5: an ellipsis keeps its two em', '甲……乙', '甲……乙'],
    ['half-width marks have nothing to give', 'a), (b)', 'a), (b)'],
  ]
  it.each(cases)('%s: %s', (_, text, expected) => {
    expect(room(text)).toBe(expected)
  })

  it('GB/T 15834 5.1.10: a full-width mark at a line’s end takes half an em', () => {
    expect(room('甲乙，', 'justify')).toBe('甲乙，-')
    expect(room('甲乙。', 'right')).toBe('甲乙。-')
    expect(room('甲乙）', 'left')).toBe('甲乙）')
  })

  it('a centred line is trimmed at both ends, so that its ink is centred', () => {
    expect(room('（万元）', 'center')).toBe('-（万元）-')
    expect(room('（万元）', 'justify')).toBe('（万元）-')
  })

  it('clreq, Mixed Text: a quarter em between Han and Latin where the style asks', () => {
    expect(room('排放VOCs 3吨', 'left', true)).toBe('排放+VOCs 3+吨')
    expect(room('排放VOCs3吨')).toBe('排放VOCs3吨')
    expect(room('20%的，A类', 'left', true)).toBe('20%的，A+类')
  })

  it('the quarter em takes part in line breaking', () => {
    expect(lines('减排V三吨', 4.5)).toEqual(['减排V三吨'])
    expect(lines('减排V三吨', 4.5, true)).toEqual(['减排V三', '吨'])
    expect(lines('减排V三吨', 5, true)).toEqual(['减排V三吨'])
  })
})

describe('where a justified line keeps its characters together, by clause', () => {
  const solid = (text: string) => keptSolid({ runs: [{ text }], width: 0, last: false }).solid

  it.each([
    ['GB/T 15834 5.1.4: the strokes of a dash, and what follows it', '甲——乙丙', [2, 3]],
    ['GB/T 15834 5.1.4: the strokes of a dash that ends the line', '甲乙——', [3, 4]],
    ['clreq, Mixed Text: a word of Latin letters', '甲VOC', [2, 3, 4]],
  ])('%s', (_, text, expected) => {
    expect(solid(text)).toEqual(expected)
  })
})
