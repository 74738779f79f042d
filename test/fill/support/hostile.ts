import fc from 'fast-check'
import { fonts } from '../../support/forms.ts'

/** What other programs would run, fill in, follow, unescape or take for markup. */
const strings = [
  '=1+1',
  '=HYPERLINK("http://example.org","点")',
  "=cmd|'/c calc'!A1",
  '@SUM(A1:A9)',
  '+86-10',
  '-2+3',
  "'引",
  '"引"',
  '{{year}}',
  '{{{unit}}}',
  '{{',
  '}}',
  '$' + '{1}',
  '<%= 1 %>',
  '[^class1]',
  '[^]',
  'm^3^',
  'SO~2~',
  '**强**',
  '~',
  '^',
  '*',
  '<people:人>',
  '<>',
  '<share:%>%',
  '<b>粗</b>',
  '</w:t>',
  '</t>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&lt;b&gt;',
  '&#10;',
  '&nbsp;',
  '&',
  '<',
  '>',
  '_x000D_',
  '_x0041_',
  '_x005F_x000D_',
  '_x',
  'x000D_',
  '\\',
  '\\n',
  '\\<',
  '\\u0041',
  '%s',
  'http://example.org/?a=b&c=d#e',
  'file:///etc/passwd',
  'a@example.org',
  'null',
  'true',
  '- a',
  '# b',
  ': ',
  'a: b',
  '{a: b}',
  '[a, b]',
  '*a',
  '&a',
  '!a',
  '|',
  '>-',
  '---',
  '...',
  'a,b',
  'a;b',
  '"a,b"',
  '00123',
  '1e5',
  '1,234',
  '2000万',
  '2020-01-01',
  '1/2',
  '50%',
  '……',
  '——',
  '□',
  '☑',
  '序号',
  '合计',
  '其中：',
  '注：',
  '（盖章）',
  '—',
  '(1)',
  '[1]',
  '一、',
  '  ',
  ' ',
  '\t',
  '\ta\tb',
  '\u3000',
  '\u00a0',
  'é',
  'ñ',
  'ﬁ',
  'Ａ１',
  '《》',
  '“”',
  '‘’',
  '／',
  '℃',
  '‰',
  '㎡',
  'm³',
  'α',
  'Ω',
  'ж',
  '㐀',
  '䶵',
  '龘',
  '靐',
  '齉',
  '爨',
  '鱻',
  '麤',
  '鿕',
  '䲜',
  '㵘',
  '𠀀',
  '𰻞',
]

const drawable = (text: string): boolean => fonts.missing(text.replaceAll('\t', '')).length === 0

const hostile = strings.filter(drawable)

/** The ideographs of Unicode 1.1 and of extension A that the fonts have; most of them nobody meets. */
const han = fc
  .oneof(fc.integer({ min: 0x4e00, max: 0x9fa5 }), fc.integer({ min: 0x3400, max: 0x4db5 }))
  .map((code) => String.fromCodePoint(code))
  .filter(drawable)

const unbroken = fc
  .constantFrom('长', 'W', '0', 'x_', '。', '“')
  .chain((char) => fc.integer({ min: 20, max: 150 }).map((n) => char.repeat(n)))

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostile) },
  { weight: 3, arbitrary: fc.string({ unit: han, minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[ -~]{1,12}$/) },
)

const joined = (maxLength: number) => fc.array(piece, { minLength: 1, maxLength }).map((pieces) => pieces.join(''))

/** Something, but not the one word that means no row: a list's total. */
const written = (text: string): boolean => !['', '合计'].includes(text.replace(/[\s:：]/g, ''))

/** A text of one paragraph that means something to other programs, or to nobody. */
export const hostileText = fc
  .oneof({ weight: 12, arbitrary: joined(4) }, { weight: 1, arbitrary: unbroken })
  .filter(written)

/** The same of one line and few characters. */
export const hostileWord = joined(2).filter((text) => written(text) && text.length <= 24)

/** A text of several paragraphs, among them empty ones and ones that do not fit a page. */
export const hostileParagraphs = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: joined(12) },
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: unbroken },
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((paragraphs) => paragraphs.join('\n'))
  .filter(written)
