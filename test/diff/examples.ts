import type { CheckId } from '../../src/model/index.ts'

/** What an edition was and is, which raises the check; the other way round it raises the check's mirror. */
type Example = readonly [old: string, now: string]

const part = (content: string): string => `t:\n  title: 表\n${content.replace(/^(?=.)/gm, '  ')}`
const sections = (content: string): string => part(`sections:\n${content.replace(/^(?=.)/gm, '  ')}`)
const columns = (...lines: string[]): string => part(`columns:\n${lines.map((line) => `  ${line}\n`).join('')}`)
const column = (what: string): string => columns('a: 甲', `b: {label: 乙, ${what}}`)
const list = (what: string): string =>
  `${columns('a: 名称', 'b: 数量 | 个')}list: ${what}\n`.replace(/^list/m, '  list')
const rows = (...lines: string[]): string =>
  `${columns('s: 项目 | stub', 'a: 甲 | number', 'b: 乙 | number')}  rows:\n${lines.map((line) => `    ${line}\n`).join('')}`
const head = (more: string): string => `${more}\nparts:\n  t: {title: 表, sections: {a: 甲}}\n`
const noted = (more: string, ...notes: string[]): string =>
  `parts:\n  t:\n    title: 表\n    sections:\n${more.replace(/^(?=.)/gm, '      ')}notes:\n${notes.map((note) => `  ${note}\n`).join('')}`

/** An example of every check, but for those that are the mirror of one here. */
export const examples: Partial<Record<CheckId, Example>> = {
  'form-renamed': [head('form: one'), head('form: two')],
  'part-added': [
    'a: {title: 甲, sections: {x: 一}}',
    'a: {title: 甲, sections: {x: 一}}\nb: {title: 乙, sections: {x: 一}}',
  ],
  'part-moved': [
    'a: {title: 甲, sections: {x: 一}}\nb: {title: 乙, sections: {x: 一}}',
    'b: {title: 乙, sections: {x: 一}}\na: {title: 甲, sections: {x: 一}}',
  ],
  'part-renamed': ['a: {title: 甲, sections: {x: 一}}', 'b: {renamedFrom: a, title: 甲, sections: {x: 一}}'],
  'table-added': [
    part('tables:\n  a: {title: 甲, columns: {x: 一}}'),
    part('tables:\n  a: {title: 甲, columns: {x: 一}}\n  b: {title: 乙, columns: {x: 一}}'),
  ],
  'table-moved': [
    part('tables:\n  a: {title: 甲, columns: {x: 一}}\n  b: {title: 乙, columns: {x: 一}}'),
    part('tables:\n  b: {title: 乙, columns: {x: 一}}\n  a: {title: 甲, columns: {x: 一}}'),
  ],
  'table-renamed': [
    part('tables:\n  a: {title: 甲, columns: {x: 一}}'),
    part('tables:\n  b: {renamedFrom: a, title: 甲, columns: {x: 一}}'),
  ],
  'section-added': [sections('a: 甲'), sections('a: 甲\nb: 乙')],
  'section-moved': [sections('a: 甲\nb: 乙'), sections('b: 乙\na: 甲')],
  'section-renamed': [sections('a: 甲'), sections('b: {label: 甲, renamedFrom: a}')],
  'block-added': [
    part('blocks: {a: {columns: {x: 一}}}'),
    part('blocks: {a: {columns: {x: 一}}, b: {columns: {y: 二}}}'),
  ],
  'block-moved': [
    part('blocks: {a: {columns: {x: 一}}, b: {columns: {y: 二}}}'),
    part('blocks: {b: {columns: {y: 二}}, a: {columns: {x: 一}}}'),
  ],
  'block-renamed': [part('blocks: {a: {columns: {x: 一}}}'), part('blocks: {b: {renamedFrom: a, columns: {x: 一}}}')],
  'field-added': [part('fields: {a: 甲}'), part('fields: {a: 甲, b: 乙}')],
  'field-moved': [part('fields: {a: 甲, b: 乙}'), part('fields: {b: 乙, a: 甲}')],
  'field-renamed': [part('fields: {a: 甲}'), part('fields: {b: {label: 甲, renamedFrom: a}}')],
  'column-added': [columns('a: 甲'), columns('a: 甲', 'b: 乙')],
  'column-moved': [columns('a: 甲', 'b: 乙'), columns('b: 乙', 'a: 甲')],
  'column-renamed': [columns('a: 甲'), columns('b: {label: 甲, renamedFrom: a}')],
  'row-added': [rows('r: 一'), rows('r: 一', 'q: 二')],
  'row-moved': [rows('r: 一', 'q: 二'), rows('q: 二', 'r: 一')],
  'row-renamed': [rows('r: 一'), rows('q: {label: 一, renamedFrom: r}')],
  'option-added': [column('options: {x: 是, y: 否}'), column('options: {x: 是, y: 否, z: 不详}')],
  'option-moved': [column('options: {x: 是, y: 否}'), column('options: {y: 否, x: 是}')],
  'place-added': [column('value: <from>起'), column('value: <from>至<to>')],
  'content-changed': [sections('a: 甲'), sections('a: {label: 甲, columns: {x: 一}}')],
  'list-changed': [columns('a: 名称', 'b: 数量 | 个'), list('3')],
  'list-opened': [list('{blank: 3, more: false}'), list('3')],
  'type-changed': [column('type: date'), column('type: count')],
  'type-widened': [column('type: count'), column('type: number')],
  'unit-added': [column('type: number'), column('unit: 吨')],
  'unit-rescaled': [column('unit: 度'), column('unit: 万度')],
  'unit-changed': [column('unit: 吨'), column('unit: 万元')],
  'unit-respelt': [column('unit: 度'), column('unit: 千瓦时')],
  'decimals-more': [column('type: number, decimals: 1'), column('type: number, decimals: 2')],
  'range-widened': [column('type: number, min: 0, max: 10'), column('type: number, max: 100')],
  'range-changed': [column('type: number, min: 0, max: 10'), column('type: number, min: 5, max: 20')],
  'length-longer': [column('length: 4'), column('length: 6')],
  'overflow-refused': [sections('a: {label: 甲, lines: 2}'), sections('a: {label: 甲, lines: 2, overflow: error}')],
  'required-added': [column('type: text'), column('required: true')],
  'cells-closed': [column('type: number'), column('value: —')],
  'formula-added': [
    columns('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | number'),
    columns('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | = a + b'),
  ],
  'formula-changed': [
    columns('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | = a + b'),
    columns('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | = a - b'),
  ],
  'tolerance-changed': [column('type: number, tolerance: 1'), column('type: number, tolerance: 2')],
  'code-list-added': [column('type: text'), column('from: gbt4754-2002')],
  'code-list-changed': [column('from: gbt4754-2002'), column('from: gbt4754-2017')],
  'total-added': [list('3'), list('{blank: 3, total: 合计}')],
  'subset-changed': [columns('a: 甲', 'b: 乙'), columns('a: 甲', 'b: {label: 乙, within: a}')],
  'key-changed': [list('{blank: 3, key: a}'), list('{blank: 3, key: b}')],
  'title-added': ['t:\n  columns: {a: 甲}\n', 't:\n  title: 附表\n  columns: {a: 甲}\n'],
  'title-changed': [head('title: 一年报'), head('title: 二年报')],
  'subtitle-added': [head(''), head('subtitle: 草案')],
  'subtitle-changed': [head('subtitle: 草案'), head('subtitle: 试行')],
  'mark-added': [head(''), head('mark: 附件')],
  'mark-changed': [head('mark: 附件1'), head('mark: 附件2')],
  'label-added': [part('blocks: {a: {columns: {x: 一}}}'), part('blocks: {a: {label: 甲, columns: {x: 一}}}')],
  'label-changed': [columns('a: 烟粉尘'), columns('a: 颗粒物')],
  'option-relabelled': [column('options: {x: 是, y: 否}'), column('options: {x: 有, y: 否}')],
  'column-relabelled': [list('3'), list('3').replace('数量', '台数')],
  'caption-added': [columns('a: 甲'), `${columns('a: 甲')}  caption: 单位：吨\n`],
  'caption-changed': [`${columns('a: 甲')}  caption: 单位：吨\n`, `${columns('a: 甲')}  caption: 单位：克\n`],
  'text-added': [sections('a: 甲'), sections('a: 甲\nb: {label: 说明, text: 请如实填写}')],
  'text-moved': [
    sections('a: {label: 甲, text: 一}\nb: {label: 乙, text: 二}'),
    sections('b: {label: 乙, text: 二}\na: {label: 甲, text: 一}'),
  ],
  'text-renamed': [sections('a: {label: 甲, text: 一}'), sections('b: {label: 甲, text: 一, renamedFrom: a}')],
  'text-changed': [sections('a: {label: 甲, text: 如实填写}'), sections('a: {label: 甲, text: 如期填写}')],
  'note-added': [noted('a: "甲[^n]"\n', 'n: 注'), noted('a: "甲[^n][^m]"\n', 'n: 注', 'm: 又')],
  'note-renamed': [noted('a: "甲[^n]"\n', 'n: 注'), noted('a: "甲[^m]"\n', 'm: {text: 注, renamedFrom: n}')],
  'note-changed': [noted('a: "甲[^n]"\n', 'n: 按旧标准'), noted('a: "甲[^n]"\n', 'n: 按新标准')],
  'citation-added': [noted('a: "甲[^n]"\nb: 乙\n', 'n: 注'), noted('a: "甲[^n]"\nb: "乙[^n]"\n', 'n: 注')],
  'instruction-added': [
    `${columns('a: 甲')}  instructions: {x: 一}\n`,
    `${columns('a: 甲')}  instructions: {x: 一, y: 二}\n`,
  ],
  'instruction-moved': [
    `${columns('a: 甲')}  instructions: {x: 一, y: 二}\n`,
    `${columns('a: 甲')}  instructions: {y: 二, x: 一}\n`,
  ],
  'instruction-changed': [
    `${columns('a: 甲')}  instructions: {x: 一律填写}\n`,
    `${columns('a: 甲')}  instructions: {x: 可以不填}\n`,
  ],
  'code-added': [columns('a: 甲'), columns('a: {label: 甲, code: 1}')],
  'code-changed': [columns('a: {label: 甲, code: 1}'), columns('a: {label: 甲, code: 2}')],
  'notes-renumbered': [noted('a: 甲\nb: "乙[^n]"\n', 'n: 注'), noted('a: "甲[^m]"\nb: "乙[^n]"\n', 'n: 注', 'm: 又')],
  'instructions-renumbered': [
    't: {title: 表, columns: {a: 甲}, instructions: {y: 乙}}',
    't: {title: 表, columns: {a: 甲}, instructions: {x: 甲, y: 乙}}',
  ],
  'sections-renumbered': [
    `numbering: {sections: 一、}\nparts:\n  t: {title: 表, sections: {a: 甲, b: 乙}}\n`,
    `numbering: {sections: 一、}\nparts:\n  t: {title: 表, sections: {b: 乙}}\n`,
  ],
  'tables-renumbered': [
    `numbering: {tables: 表1}\nparts:\n  a: {title: 甲, sections: {x: 一}}\n  b: {title: 乙, sections: {x: 一}}\n`,
    `numbering: {tables: 表1}\nparts:\n  b: {title: 乙, sections: {x: 一}}\n`,
  ],
  'numbering-changed': [head('numbering: {sections: 一、}'), head('numbering: {sections: "1. "}')],
  'language-changed': [head('lang: zh-CN'), head('lang: en-US')],
  'print-column-added': [columns('a: 甲'), columns('n: 序号 | seq', 'a: 甲')],
  'print-column-moved': [columns('n: 序号 | seq', 'a: 甲', 'b: 乙'), columns('a: 甲', 'b: 乙', 'n: 序号 | seq')],
  'print-column-renamed': [
    columns('n: 序号 | seq', 'a: 甲'),
    columns('m: {label: 序号, type: seq, renamedFrom: n}', 'a: 甲'),
  ],
  'print-column-changed': [
    rows('r: {label: 一, code: 1}').replace('s: 项目', 'k: 代码 | code\n    n: 序号 | seq\n    s: 项目'),
    rows('r: {label: 一, code: 1}').replace('s: 项目', 'k: 代码 | code\n    n: 序号 | code\n    s: 项目'),
  ],
  'column-printed': [column('printed: false'), column('printed: true')],
  'blank-rows-changed': [list('3'), list('5')],
  'width-changed': [column('width: 10'), column('width: 20')],
  'height-changed': [sections('a: {label: 甲, lines: 2}'), sections('a: {label: 甲, lines: 4}')],
  'page-changed': [head('page: A4'), head('page: A4 landscape')],
  'style-changed': [head('style: {autospace: true}'), head('style: {autospace: false}')],
  'page-break-changed': [columns('a: 甲'), `${columns('a: 甲')}  newPage: false\n`],
  'header-changed': [
    columns('a: 甲', 'b: {label: 乙, within: a}'),
    `${columns('a: 甲', 'b: {label: 乙, within: a}')}  header: stepped\n`,
  ],
  'arrangement-changed': [
    part('blocks: {a: {columns: {x: 一}}, b: {columns: {y: 二}}}'),
    part('blocks: {a: {columns: {x: 一}}, b: {beside: a, columns: {y: 二}}}'),
  ],
  'boxes-changed': [
    part('fields: {a: {label: 甲, length: 4}}'),
    part('fields: {a: {label: 甲, length: 4, boxes: true}}'),
  ],
  'figure-format-changed': [column('type: number'), column('type: number, grouping: true')],
  'unit-place-changed': [column('unit: 吨'), column('unit: 吨, unitAt: none')],
  'row-numbers-changed': [
    list('3').replace('a: 名称', 'n: 序号 | seq\n    a: 名称'),
    list('{blank: 3, numbered: false}').replace('a: 名称', 'n: 序号 | seq\n    a: 名称'),
  ],
}
