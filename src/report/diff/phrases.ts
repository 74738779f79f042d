import type { Locale } from '../../diagnostics/index.ts'
import type { Change, CheckId, EntityKind, Impact } from '../../model/index.ts'

type Both = Readonly<Record<Locale, string>>

export const impactNames: Readonly<Record<Impact, Both>> = {
  'breaks-data': { zh: '旧数据不再适用', en: 'breaks data' },
  'extends-data': { zh: '可填内容增加', en: 'extends data' },
  'changes-rules': { zh: '计算与审核变化', en: 'changes rules' },
  wording: { zh: '措辞', en: 'wording' },
  layout: { zh: '版式', en: 'layout' },
}

const kinds: Readonly<Record<Exclude<EntityKind, 'form'>, Both>> = {
  part: { zh: '表或部分', en: 'part' },
  table: { zh: '分表', en: 'sub-table' },
  section: { zh: '一节', en: 'section' },
  block: { zh: '一块', en: 'block' },
  field: { zh: '一项', en: 'field' },
  column: { zh: '一列', en: 'column' },
  row: { zh: '一行', en: 'row' },
  option: { zh: '选项', en: 'option' },
  place: { zh: '空格', en: 'place to write' },
  text: { zh: '文字', en: 'text' },
  'print-column': { zh: '不填的列', en: 'printed column' },
  instruction: { zh: '填报说明', en: 'instruction' },
  note: { zh: '注释', en: 'note' },
}

const verbs = {
  added: { zh: (kind: string) => `新增${kind}`, en: (kind: string) => `${kind} added` },
  removed: { zh: (kind: string) => `删去${kind}`, en: (kind: string) => `${kind} removed` },
  moved: { zh: (kind: string) => `${kind}的次序变了`, en: (kind: string) => `${kind} moved` },
  renamed: { zh: (kind: string) => `${kind}的标识变了`, en: (kind: string) => `id of the ${kind} changed` },
} as const

type OfKind = `${Exclude<EntityKind, 'form'>}-${keyof typeof verbs}`

const others: Readonly<Record<Exclude<CheckId, OfKind>, Both>> = {
  'form-renamed': { zh: '表式的标识变了', en: 'id of the form changed' },
  'content-changed': { zh: '内容换成了另一种', en: 'other content stands here' },
  'list-changed': { zh: '清单与单行互换', en: 'list or one row of values' },
  'list-opened': { zh: '行数不再有限', en: 'takes any number of rows now' },
  'list-closed': { zh: '行数有了限制', en: 'takes no more rows than it has' },
  'type-changed': { zh: '填写类型变了', en: 'type changed' },
  'type-widened': { zh: '填写类型放宽', en: 'type widened' },
  'type-narrowed': { zh: '填写类型收窄', en: 'type narrowed' },
  'unit-added': { zh: '有了计量单位', en: 'unit added' },
  'unit-removed': { zh: '取消了计量单位', en: 'unit removed' },
  'unit-rescaled': { zh: '计量单位换算', en: 'unit rescaled' },
  'unit-changed': { zh: '换成不能换算的计量单位', en: 'unit of another quantity' },
  'unit-respelt': { zh: '计量单位的写法变了', en: 'unit spelt otherwise' },
  'decimals-more': { zh: '小数位数增加', en: 'more decimals' },
  'decimals-fewer': { zh: '小数位数减少', en: 'fewer decimals' },
  'range-widened': { zh: '取值范围放宽', en: 'range widened' },
  'range-narrowed': { zh: '取值范围收窄', en: 'range narrowed' },
  'range-changed': { zh: '取值范围变了', en: 'range changed' },
  'length-longer': { zh: '可填的字数增加', en: 'longer texts fit' },
  'length-shorter': { zh: '可填的字数减少', en: 'only shorter texts fit' },
  'overflow-allowed': { zh: '写不下的文字不再拒收', en: 'a text that needs more room is taken' },
  'overflow-refused': { zh: '写不下的文字拒收', en: 'a text that needs more room is refused' },
  'required-added': { zh: '改为必填', en: 'must be filled in now' },
  'required-removed': { zh: '不再必填', en: 'may be left blank now' },
  'cells-closed': { zh: '不再填写', en: 'nothing is filled in here any more' },
  'cells-opened': { zh: '改为填写', en: 'is filled in now' },
  'formula-added': { zh: '有了计算公式', en: 'formula added' },
  'formula-removed': { zh: '取消了计算公式', en: 'formula removed' },
  'formula-changed': { zh: '计算公式变了', en: 'formula changed' },
  'tolerance-changed': { zh: '容许误差变了', en: 'tolerance changed' },
  'code-list-added': { zh: '按分类标准核对', en: 'held against a classification' },
  'code-list-removed': { zh: '不再按分类标准核对', en: 'held against no classification' },
  'code-list-changed': { zh: '换了分类标准', en: 'another classification' },
  'total-added': { zh: '新增合计行', en: 'total row added' },
  'total-removed': { zh: '删去合计行', en: 'total row removed' },
  'subset-changed': { zh: '“其中”关系变了', en: 'what it is part of changed' },
  'key-changed': { zh: '区分各行的列变了', en: 'the column that tells rows apart changed' },
  'title-added': { zh: '新增标题', en: 'title added' },
  'title-removed': { zh: '删去标题', en: 'title removed' },
  'title-changed': { zh: '标题', en: 'title' },
  'subtitle-added': { zh: '新增副标题', en: 'subtitle added' },
  'subtitle-removed': { zh: '删去副标题', en: 'subtitle removed' },
  'subtitle-changed': { zh: '副标题', en: 'subtitle' },
  'mark-added': { zh: '新增题前标记', en: 'mark above the title added' },
  'mark-removed': { zh: '删去题前标记', en: 'mark above the title removed' },
  'mark-changed': { zh: '题前标记', en: 'mark above the title' },
  'label-added': { zh: '新增名称', en: 'label added' },
  'label-removed': { zh: '删去名称', en: 'label removed' },
  'label-changed': { zh: '名称', en: 'label' },
  'option-relabelled': { zh: '选项的名称', en: 'label of the option' },
  'column-relabelled': { zh: '清单一列的名称', en: 'label of the list column' },
  'caption-added': { zh: '新增表上说明', en: 'caption added' },
  'caption-removed': { zh: '删去表上说明', en: 'caption removed' },
  'caption-changed': { zh: '表上说明', en: 'caption' },
  'text-changed': { zh: '文字', en: 'text' },
  'note-changed': { zh: '注释', en: 'note' },
  'citation-added': { zh: '引用注释', en: 'cites the note' },
  'citation-removed': { zh: '不再引用注释', en: 'no longer cites the note' },
  'instruction-changed': { zh: '填报说明', en: 'instruction' },
  'code-added': { zh: '新增代码', en: 'code added' },
  'code-removed': { zh: '删去代码', en: 'code removed' },
  'code-changed': { zh: '代码变了', en: 'code changed' },
  'notes-renumbered': { zh: '注释编号顺移', en: 'notes renumbered' },
  'instructions-renumbered': { zh: '填报说明编号顺移', en: 'instructions renumbered' },
  'sections-renumbered': { zh: '各节编号顺移', en: 'sections renumbered' },
  'tables-renumbered': { zh: '表号顺移', en: 'tables renumbered' },
  'numbering-changed': { zh: '编号样式变了', en: 'numbering pattern changed' },
  'language-changed': { zh: '语言变了', en: 'language changed' },
  'print-column-changed': { zh: '列的种类变了', en: 'kind of the printed column changed' },
  'column-printed': { zh: '改为印出', en: 'is printed now' },
  'column-unprinted': { zh: '不再印出', en: 'is not printed any more' },
  'blank-rows-changed': { zh: '空行数变了', en: 'number of blank rows changed' },
  'row-numbers-changed': { zh: '序号印法变了', en: 'running numbers changed' },
  'width-changed': { zh: '宽度变了', en: 'width changed' },
  'height-changed': { zh: '高度变了', en: 'height changed' },
  'page-changed': { zh: '纸张变了', en: 'paper changed' },
  'style-changed': { zh: '样式变了', en: 'style changed' },
  'page-break-changed': { zh: '换页变了', en: 'page break changed' },
  'header-changed': { zh: '表头印法变了', en: 'header changed' },
  'arrangement-changed': { zh: '排列变了', en: 'arrangement changed' },
  'boxes-changed': { zh: '填写方格变了', en: 'character boxes changed' },
  'figure-format-changed': { zh: '数字写法变了', en: 'figure format changed' },
  'unit-place-changed': { zh: '计量单位的位置变了', en: 'place of the unit changed' },
}

/** What kind of change it is, in a few words: `column added`. */
export function phrase({ check }: Pick<Change, 'check'>, locale: Locale): string {
  if (Object.hasOwn(others, check)) return others[check as keyof typeof others][locale]
  const cut = check.lastIndexOf('-')
  const [kind, verb] = [check.slice(0, cut), check.slice(cut + 1)] as [keyof typeof kinds, keyof typeof verbs]
  return verbs[verb][locale](kinds[kind][locale])
}
