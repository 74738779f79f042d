import type { GridDocument, StyleName, TextBlock } from '../../model/index.ts'
import { element, XML_DECLARATION } from '../../package/index.ts'
import { paragraphLook, runLook } from './look.ts'

export const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The style of paragraphs that only Word needs: between two tables, at a section's end. */
export const FILLER = 'filler'

// What the styles are called in Word's list. The prefix keeps them apart from the built-in ones.
const NAMES: Readonly<Record<StyleName, string>> = {
  mark: '附件标记',
  title: '总标题',
  coverTitle: '封面标题',
  subtitle: '副标题',
  heading: '标题',
  tableTitle: '表题',
  caption: '小标题',
  noteFirst: '脚注首条',
  note: '脚注',
  instructionFirst: '填表说明首条',
  instruction: '填表说明',
  attachmentFirst: '附件首条',
  attachment: '附件',
  text: '正文',
  pageNumber: '页码',
  coverField: '封面填写项',
  field: '填写项',
  cellHead: '表头',
  cellSection: '栏目',
  cellLabel: '指标',
  cellStub: '项目',
  cellCode: '代码',
  cellText: '文字',
  cellFigure: '数字',
  cellMore: '省略',
  cellBox: '选框',
}

/** The styles of a document's headings, by look and level: {@link headingStyle} finds one. */
export type HeadingStyles = ReadonlyMap<string, string>

/**
 * The style of a text: its own look or, for a heading, a heading style with that look. The first look of a level is
 * Word's own `Heading 1` to `3`, which navigation, contents and screen readers know; another is based on it.
 */
export function styleOf(block: TextBlock, headings: HeadingStyles): string {
  return headings.get(headingKey(block)) ?? block.style
}

const headingKey = ({ style, level }: TextBlock): string => `${style}/${level ?? ''}`

/** The heading styles that a document needs. */
export function headingStyles(document: GridDocument): HeadingStyles {
  const styles = new Map<string, string>()
  for (const item of document.items) {
    if (item.kind !== 'text' || item.level === undefined) continue
    const key = headingKey(item)
    const builtIn = `Heading${item.level}`
    const taken = [...styles].some(([other, id]) => id === builtIn && other !== key)
    styles.set(key, taken ? `${builtIn}-${item.style}` : builtIn)
  }
  return styles
}

/** The `word/styles.xml` of a document: a paragraph style for each look, and the headings. */
export function stylesXml(document: GridDocument, headings: HeadingStyles): string {
  const looks = Object.entries(document.styles).map(([id, style]) =>
    paragraphStyle(id, `表式·${NAMES[id as StyleName]}`, 'Normal', paragraphLook(style), runLook(style)),
  )
  const outline = [...headings].map(([key, id]) => {
    const [look, level] = key.split('/') as [StyleName, string]
    const style = document.styles[look]
    const builtIn = `Heading${level}`
    const name = id === builtIn ? `heading ${level}` : `表式·${NAMES[look]}（${level} 级）`
    const properties = paragraphLook(style) + element('w:outlineLvl', { 'w:val': Number(level) - 1 })
    return paragraphStyle(id, name, id === builtIn ? 'Normal' : builtIn, properties, runLook(style))
  })
  const content = defaults(document) + normal(document) + TABLE_NORMAL + filler() + looks.join('') + outline.join('')
  return XML_DECLARATION + element('w:styles', { 'xmlns:w': WORDPROCESSING }, content)
}

function defaults({ styles, lang }: GridDocument): string {
  const language = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': lang, 'w:bidi': 'ar-SA' })
  return element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, runLook(styles.text) + language)),
    element('w:pPrDefault'),
  )
}

/**
 * Lines must take the width that layout measured: no space of Word's own between Han and Latin, no document grid
 * to snap to, and pages that fill as planned, so no widow control.
 */
function normal({ styles }: GridDocument): string {
  const off = { 'w:val': 0 }
  const properties =
    element('w:widowControl', off) +
    element('w:kinsoku') +
    element('w:wordWrap') +
    element('w:overflowPunct') +
    paragraphLook(styles.text)
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element('w:pPr', {}, properties),
    element('w:rPr', {}, runLook(styles.text)),
  )
}

function paragraphStyle(id: string, name: string, basedOn: string, paragraph: string, run: string): string {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': /^Heading\d$/.test(id) ? undefined : 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': basedOn }),
    element('w:qFormat'),
    element('w:pPr', {}, paragraph),
    element('w:rPr', {}, run),
  )
}

// One point high: Word wants a paragraph there, the form has none.
const filler = (): string =>
  paragraphStyle(
    FILLER,
    '表式·间隔',
    'Normal',
    element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' }),
    element('w:sz', { 'w:val': 2 }) + element('w:szCs', { 'w:val': 2 }),
  )

const TABLE_NORMAL = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  element('w:name', { 'w:val': 'Normal Table' }),
  element('w:uiPriority', { 'w:val': 99 }),
  element('w:semiHidden'),
  element('w:unhideWhenUsed'),
)
