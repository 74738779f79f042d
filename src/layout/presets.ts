import {
  type Frame,
  type Look,
  type PageSetup,
  type PaperChoice,
  type PresetName,
  type Style,
  type StyleChoice,
  type StyleName,
  styleNames,
} from '../model/index.ts'
import { sizes, themeOf } from './theme.ts'

const mm = 72 / 25.4

/** What a preset changes of the usual look; lengths in pt. */
interface Preset {
  readonly looks: Partial<Record<StyleName, Partial<Style>>>
  /** Of a page that is higher than wide. */
  readonly margin?: PageSetup['margin']
  readonly frame?: Frame
  readonly pageNumber?: PageSetup['footer']['align']
}

const cells = styleNames.filter((name) => name.startsWith('cell') && name !== 'cellHead')
const texts: readonly StyleName[] = [
  'caption',
  'noteFirst',
  'note',
  'instructionFirst',
  'instruction',
  'attachmentFirst',
  'attachment',
  'text',
  'coverField',
  'field',
]
const alike = (names: readonly StyleName[], look: Partial<Style>): Preset['looks'] =>
  Object.fromEntries(names.map((name) => [name, look]))

/**
 * `gb9704`: what GB/T 9704-2012 asks of a document (公文) for the forms attached to one: margins of §5.2, title 小标宋
 * 二号, 附件 and headings 黑体 三号, text 仿宋 三号; page numbers outside (§7.5). It says nothing of the size in tables.
 *
 * `statistical`: statistical tables as the yearbooks print them: heavy rules above and below, sides open.
 */
const presets: Readonly<Record<PresetName, Preset>> = {
  gb9704: {
    looks: {
      ...alike([...cells, ...texts], { face: 'fangsong' }),
      title: { face: 'xiaobiaosong' },
      coverTitle: { face: 'xiaobiaosong' },
      subtitle: { face: 'fangsong', size: sizes.三号, lineHeight: 28 },
      heading: { size: sizes.三号, lineHeight: 28 },
      text: { face: 'fangsong', size: sizes.三号, lineHeight: 28 },
    },
    margin: { top: 37 * mm, right: 26 * mm, bottom: 35 * mm, left: 28 * mm },
    pageNumber: 'outside',
  },
  statistical: {
    looks: {},
    frame: { top: 1.5, bottom: 1.5, left: 0, right: 0, insideH: 0.5, insideV: 0.5 },
  },
}

const usualFrame: Frame = { top: 1, bottom: 1, left: 1, right: 1, insideH: 0.5, insideV: 0.5 }

const presetOf = ({ preset }: StyleChoice): Preset => (preset === undefined ? { looks: {} } : presets[preset])

/** The looks of a form: those of its language, over them the preset's, over them what the definition says itself. */
export function looksOf(lang: string, choice: StyleChoice): Readonly<Record<StyleName, Style>> {
  const { looks } = presetOf(choice)
  const theme = themeOf(lang, looks)
  const own = Object.entries(theme).map(([name, style]) => {
    return [name, lookedAt(style, lookOf(name as StyleName, choice), choice.autospace)]
  })
  return Object.fromEntries(own) as Record<StyleName, Style>
}

/** What is said of notes is said of the first one too. */
function lookOf(name: StyleName, { looks }: StyleChoice): Look {
  const all = name.replace(/First$/, '') as StyleName
  return { ...looks[all], ...looks[name] }
}

function lookedAt(style: Style, { padding, indent = {}, ...own }: Look, autospace: boolean): Style {
  const look = { ...style, ...own, padding: { ...style.padding, ...padding }, autospace }
  const points = (em: number | undefined, usual: number) => (em === undefined ? usual : em * look.size)
  const set = { first: points(indent.first, style.indent.first), rest: points(indent.rest, style.indent.rest) }
  return { ...look, indent: set, lineHeight: Math.max(look.lineHeight, look.size) }
}

/** The rules of a form's tables, pt. */
export const frameOf = (choice: StyleChoice): Frame => ({
  ...usualFrame,
  ...presetOf(choice).frame,
  ...choice.rules,
})

/** Portrait sizes, pt. */
const papers = { A3: [841.89, 1190.55], A4: [595.28, 841.89], Letter: [612, 792], Legal: [612, 1008] } as const

/** Of an office document that names no preset. */
const usualMargin = { top: 14 * mm, right: 18 * mm, bottom: 15 * mm, left: 18 * mm }

/** Between the body and the page number of a preset: GB/T 9704-2012 §7.5. */
const numberGap = 7 * mm

/**
 * A page of the paper chosen, the page number in its lower margin. A landscape page is bound at its head (GB/T 9704-2012
 * §8): turned, it has the left margin of a portrait page at its top.
 */
export function pageSetup({ size, landscape }: PaperChoice, choice: StyleChoice): PageSetup {
  const [short, long] = papers[size]
  const preset = presetOf(choice)
  const margin = { ...marginOf(preset.margin, landscape), ...choice.margins }
  const { lineHeight } = looksOf('zh-CN', choice).pageNumber
  const { at, text = { before: '— ', after: ' —' }, distance } = choice.pageNumber
  const highest = Math.max(0, margin.bottom - lineHeight)
  const usual = preset.margin ? Math.max(0, highest - numberGap) : 7.5 * mm
  return {
    width: landscape ? long : short,
    height: landscape ? short : long,
    margin,
    footer: {
      ...text,
      style: 'pageNumber',
      align: at ?? preset.pageNumber ?? 'centre',
      distance: distance === undefined ? usual : Math.min(distance, highest),
      from: 0,
    },
  }
}

function marginOf(margin: PageSetup['margin'] | undefined, landscape: boolean): PageSetup['margin'] {
  if (margin === undefined) return usualMargin
  const { top, right, bottom, left } = margin
  return landscape ? { top: left, right: top, bottom: right, left: bottom } : margin
}
