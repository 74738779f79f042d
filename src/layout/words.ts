/** The words that a form prints without anyone having written them, by language. */
export interface Words {
  readonly notes: string
  readonly instructions: string
  readonly within: string
  readonly colon: string
  readonly unitCaption: string
  readonly more: string
  readonly closed: string
  readonly numberSpace: string
  readonly optionSpace: string
  readonly cover: string
  readonly attachments: string
  readonly brackets: readonly [string, string]
  /** Between the mark of a note or instruction and its text. */
  readonly markSpace: string
  /** What a date to be written looks like. */
  readonly date: Readonly<Record<'date' | 'month' | 'year', string>>
  /** The longest that is printed once it is filled in. */
  readonly longestDate: Readonly<Record<'date' | 'month' | 'year', string>>
}

const chinese: Words = {
  notes: '注：',
  instructions: '填报说明：',
  within: '其中：',
  colon: '：',
  unitCaption: '单位：',
  more: '……',
  closed: '—',
  numberSpace: '\u3000',
  optionSpace: '\u3000',
  cover: '封面',
  attachments: '附件：',
  brackets: ['（', '）'],
  markSpace: '',
  date: { date: '\u3000\u3000年\u3000月\u3000日', month: '\u3000\u3000年\u3000月', year: '\u3000\u3000年' },
  longestDate: { date: '2024年12月31日', month: '2024年12月', year: '2024年' },
}

const english: Words = {
  notes: 'Notes: ',
  instructions: 'Instructions: ',
  within: 'Of which: ',
  colon: ': ',
  unitCaption: 'Unit: ',
  more: '……',
  closed: '—',
  numberSpace: '  ',
  optionSpace: '   ',
  cover: 'Cover',
  attachments: 'Attached: ',
  brackets: [' (', ')'],
  markSpace: ' ',
  // A space of Latin letters is a quarter em: ten are room for two figures written by hand.
  date: {
    date: `${' '.repeat(10)}/${' '.repeat(10)}/${' '.repeat(18)}`,
    month: `${' '.repeat(10)}/${' '.repeat(18)}`,
    year: ' '.repeat(18),
  },
  longestDate: { date: '2024-12-31', month: '2024-12', year: '2024' },
}

export const wordsOf = (lang: string): Words => (lang.startsWith('zh') ? chinese : english)
