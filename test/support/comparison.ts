import type { Comparison } from '../../src/model/index.ts'

const place = (path: string, ...names: string[]) => ({ path, names, table: 't' })

/** A comparison made by hand for the reports' own tests: something of each impact, words with marks, a likely rename. */
export const sampleComparison: Comparison = {
  old: { form: 'audit', edition: 2020, year: 2023, title: '审核表' },
  new: { form: 'audit', edition: 2023, year: 2023, title: '审核表' },
  changes: [
    {
      check: 'page-changed',
      impact: 'layout',
      kind: 'form',
      old: { path: '', names: [], table: '' },
      new: { path: '', names: [], table: '' },
      before: 'A4',
      after: 'A3 landscape',
    },
    {
      check: 'unit-rescaled',
      impact: 'breaks-data',
      kind: 'column',
      old: place('t.s.a', '一节', '节电'),
      new: place('t.s.a', '一节', '节电'),
      before: '度',
      after: '万度',
      factor: '0.0001',
    },
    { check: 'column-added', impact: 'extends-data', kind: 'column', new: place('t.s.b', '一节', '碳减排 <CO~2~|新>') },
    {
      check: 'formula-changed',
      impact: 'changes-rules',
      kind: 'column',
      old: place('t.s.c', '合计'),
      new: place('t.s.c', '合计'),
      before: '= a',
      after: '= a + b',
    },
    {
      check: 'note-changed',
      impact: 'wording',
      kind: 'note',
      old: { path: 'notes.n', names: ['n'], table: '' },
      new: { path: 'notes.n', names: ['n'], table: '' },
      before: '按2002版',
      after: '按2017版',
      words: [
        { kind: 'same', text: '按' },
        { kind: 'removed', text: '2002' },
        { kind: 'added', text: '2017' },
        { kind: 'same', text: '版' },
      ],
    },
  ],
  likelyRenames: [{ kind: 'row', old: place('t.s.x', '甲'), new: place('t.s.y', '甲') }],
  tables: new Map([['t', '表1 情况']]),
}
