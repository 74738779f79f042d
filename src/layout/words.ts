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
}

export const wordsOf = (lang: string): Words => (lang.startsWith('zh') ? chinese : english)
