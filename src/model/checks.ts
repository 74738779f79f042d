import type { Impact } from './changes.ts'

interface Check {
  readonly impact: Impact
  /** What the same difference is called when the editions change places; itself where it reads the same both ways. */
  readonly mirror: string
  /** Why it has that impact. */
  readonly why: string
}

const mirrored = <Id extends string>(mirror: Id, impact: Impact, why: string): Check & { readonly mirror: Id } => ({
  impact,
  mirror,
  why,
})

const place = 'The old data has no value for it and may leave it blank.'
const gone = 'A value of the old data has no place to go.'
const renamed = 'Data names it by its id: old data must be migrated, which follows renamedFrom.'
const order = 'Data names it by id, so its order is only where it is printed.'
const words = 'Only printed words.'
const paper = 'Only how it looks on paper.'

/**
 * Every check of the comparison: what it does to data that was filled in for the old edition, and why.
 * `breaks-data`: old data is refused, loses a value or is misread as it stands. `extends-data`: old data fits, and more
 * may be said. `changes-rules`: the same values are computed or judged otherwise. `wording`: other words are printed.
 * `layout`: the same words stand elsewhere or look different.
 */
export const checks = {
  'form-renamed': mirrored('form-renamed', 'breaks-data', 'A data file names its form.'),
  'part-added': mirrored('part-removed', 'extends-data', place),
  'part-removed': mirrored('part-added', 'breaks-data', gone),
  'part-moved': mirrored('part-moved', 'layout', order),
  'part-renamed': mirrored('part-renamed', 'breaks-data', renamed),
  'table-added': mirrored('table-removed', 'extends-data', place),
  'table-removed': mirrored('table-added', 'breaks-data', gone),
  'table-moved': mirrored('table-moved', 'layout', order),
  'table-renamed': mirrored('table-renamed', 'breaks-data', renamed),
  'section-added': mirrored('section-removed', 'extends-data', place),
  'section-removed': mirrored('section-added', 'breaks-data', gone),
  'section-moved': mirrored('section-moved', 'layout', order),
  'section-renamed': mirrored('section-renamed', 'breaks-data', renamed),
  'block-added': mirrored('block-removed', 'extends-data', place),
  'block-removed': mirrored('block-added', 'breaks-data', gone),
  'block-moved': mirrored('block-moved', 'layout', order),
  'block-renamed': mirrored('block-renamed', 'breaks-data', renamed),
  'field-added': mirrored('field-removed', 'extends-data', place),
  'field-removed': mirrored('field-added', 'breaks-data', gone),
  'field-moved': mirrored('field-moved', 'layout', order),
  'field-renamed': mirrored('field-renamed', 'breaks-data', renamed),
  'column-added': mirrored('column-removed', 'extends-data', place),
  'column-removed': mirrored('column-added', 'breaks-data', gone),
  'column-moved': mirrored('column-moved', 'layout', order),
  'column-renamed': mirrored('column-renamed', 'breaks-data', renamed),
  'row-added': mirrored('row-removed', 'extends-data', place),
  'row-removed': mirrored('row-added', 'breaks-data', gone),
  'row-moved': mirrored('row-moved', 'layout', order),
  'row-renamed': mirrored('row-renamed', 'breaks-data', renamed),
  'option-added': mirrored('option-removed', 'extends-data', 'Old answers are still among the options.'),
  'option-removed': mirrored('option-added', 'breaks-data', 'An old answer may be an option no more.'),
  'option-moved': mirrored('option-moved', 'layout', order),
  'option-relabelled': mirrored(
    'option-relabelled',
    'breaks-data',
    'Data may name it by its label: the old one is refused, and migration writes the new one.',
  ),
  'column-relabelled': mirrored(
    'column-relabelled',
    'breaks-data',
    'A CSV file may name it by its label: the old one is refused, and migration writes the new one.',
  ),
  'place-added': mirrored('place-removed', 'extends-data', place),
  'place-removed': mirrored('place-added', 'breaks-data', gone),
  'content-changed': mirrored('content-changed', 'breaks-data', 'Other data stands under the same id.'),
  'list-changed': mirrored('list-changed', 'breaks-data', 'A list is a sequence in data, one row of values is a map.'),
  'list-opened': mirrored('list-closed', 'extends-data', 'Lists of any length are taken.'),
  'list-closed': mirrored('list-opened', 'breaks-data', 'A longer list of the old data is refused.'),

  'type-changed': mirrored('type-changed', 'breaks-data', 'A value of one type is none of the other.'),
  'type-widened': mirrored('type-narrowed', 'extends-data', 'Every old value is a value of the new type too.'),
  'type-narrowed': mirrored('type-widened', 'breaks-data', 'An old value need not be of the new type.'),
  'unit-added': mirrored('unit-removed', 'breaks-data', 'In what unit an old figure was given, only a person can say.'),
  'unit-removed': mirrored('unit-added', 'breaks-data', 'The figure alone no longer says what it is of.'),
  'unit-rescaled': mirrored(
    'unit-rescaled',
    'breaks-data',
    'The same digits mean another amount; migration converts them.',
  ),
  'unit-changed': mirrored('unit-changed', 'breaks-data', 'Something else is measured: no factor converts it.'),
  'unit-respelt': mirrored('unit-respelt', 'wording', 'The same amount under another name or symbol.'),
  'decimals-more': mirrored('decimals-fewer', 'extends-data', 'Old figures are still precise enough.'),
  'decimals-fewer': mirrored('decimals-more', 'breaks-data', 'An old figure may have more decimals than are taken.'),
  'range-widened': mirrored('range-narrowed', 'extends-data', 'Old figures are still in range.'),
  'range-narrowed': mirrored('range-widened', 'breaks-data', 'An old figure may be refused.'),
  'range-changed': mirrored('range-changed', 'breaks-data', 'An old figure may be refused.'),
  'length-longer': mirrored('length-shorter', 'extends-data', 'Old texts still fit.'),
  'length-shorter': mirrored('length-longer', 'breaks-data', 'An old text may be refused.'),
  'overflow-allowed': mirrored('overflow-refused', 'extends-data', 'Old texts still fit.'),
  'overflow-refused': mirrored('overflow-allowed', 'breaks-data', 'An old text may need more room than it gets.'),
  'required-added': mirrored('required-removed', 'breaks-data', 'Old data that left it blank is refused.'),
  'required-removed': mirrored('required-added', 'extends-data', 'It may be left blank now.'),
  'cells-closed': mirrored('cells-opened', 'breaks-data', gone),
  'cells-opened': mirrored('cells-closed', 'extends-data', place),

  'formula-added': mirrored('formula-removed', 'changes-rules', 'A stated figure is now held against the formula.'),
  'formula-removed': mirrored('formula-added', 'changes-rules', 'A figure that was worked out must be stated.'),
  'formula-changed': mirrored('formula-changed', 'changes-rules', 'The same figures give another result.'),
  'tolerance-changed': mirrored('tolerance-changed', 'changes-rules', 'Another difference is passed over.'),
  'code-list-added': mirrored('code-list-removed', 'changes-rules', 'Names are now held against a classification.'),
  'code-list-removed': mirrored('code-list-added', 'changes-rules', 'Names are held against nothing.'),
  'code-list-changed': mirrored('code-list-changed', 'changes-rules', 'Names are held against another classification.'),
  'total-added': mirrored('total-removed', 'changes-rules', 'A stated total is held against the sum.'),
  'total-removed': mirrored('total-added', 'changes-rules', 'Nothing holds the list against its sum.'),
  'subset-changed': mirrored('subset-changed', 'changes-rules', 'What is part of another does not count in sums.'),
  'key-changed': mirrored('key-changed', 'changes-rules', 'Rows are told apart by another column.'),

  'title-added': mirrored('title-removed', 'wording', words),
  'title-removed': mirrored('title-added', 'wording', words),
  'title-changed': mirrored('title-changed', 'wording', words),
  'subtitle-added': mirrored('subtitle-removed', 'wording', words),
  'subtitle-removed': mirrored('subtitle-added', 'wording', words),
  'subtitle-changed': mirrored('subtitle-changed', 'wording', words),
  'mark-added': mirrored('mark-removed', 'wording', words),
  'mark-removed': mirrored('mark-added', 'wording', words),
  'mark-changed': mirrored('mark-changed', 'wording', words),
  'label-added': mirrored('label-removed', 'wording', words),
  'label-removed': mirrored('label-added', 'wording', words),
  'label-changed': mirrored('label-changed', 'wording', words),
  'caption-added': mirrored('caption-removed', 'wording', words),
  'caption-removed': mirrored('caption-added', 'wording', words),
  'caption-changed': mirrored('caption-changed', 'wording', words),
  'text-added': mirrored('text-removed', 'wording', words),
  'text-removed': mirrored('text-added', 'wording', words),
  'text-moved': mirrored('text-moved', 'layout', paper),
  'text-renamed': mirrored('text-renamed', 'layout', 'Nothing is filled in under its id.'),
  'text-changed': mirrored('text-changed', 'wording', words),
  'note-added': mirrored('note-removed', 'wording', words),
  'note-removed': mirrored('note-added', 'wording', words),
  'note-renamed': mirrored('note-renamed', 'layout', 'Nothing is filled in under its id.'),
  'note-changed': mirrored('note-changed', 'wording', words),
  'citation-added': mirrored('citation-removed', 'wording', 'What the note says now holds here too.'),
  'citation-removed': mirrored('citation-added', 'wording', 'What the note says no longer holds here.'),
  'instruction-added': mirrored('instruction-removed', 'wording', words),
  'instruction-removed': mirrored('instruction-added', 'wording', words),
  'instruction-moved': mirrored('instruction-moved', 'wording', 'Instructions are cited by number.'),
  'instruction-changed': mirrored('instruction-changed', 'wording', words),
  'code-added': mirrored('code-removed', 'wording', 'Codes are printed, and cited by other tables.'),
  'code-removed': mirrored('code-added', 'wording', 'Codes are printed, and cited by other tables.'),
  'code-changed': mirrored('code-changed', 'wording', 'Codes are printed, and cited by other tables.'),
  'notes-renumbered': mirrored('notes-renumbered', 'wording', 'A consequence, told once: notes are cited by number.'),
  'instructions-renumbered': mirrored(
    'instructions-renumbered',
    'wording',
    'A consequence, told once: instructions are cited by number.',
  ),
  'sections-renumbered': mirrored(
    'sections-renumbered',
    'wording',
    'A consequence, told once: sections are cited by number.',
  ),
  'tables-renumbered': mirrored(
    'tables-renumbered',
    'wording',
    'A consequence, told once: tables are cited by number.',
  ),
  'numbering-changed': mirrored('numbering-changed', 'wording', 'Numbers are printed in another way.'),
  'language-changed': mirrored(
    'language-changed',
    'wording',
    'The words that the program adds are in another language.',
  ),

  'print-column-added': mirrored('print-column-removed', 'layout', 'It holds no data.'),
  'print-column-removed': mirrored('print-column-added', 'layout', 'It holds no data.'),
  'print-column-moved': mirrored('print-column-moved', 'layout', order),
  'print-column-renamed': mirrored('print-column-renamed', 'layout', 'It holds no data.'),
  'print-column-changed': mirrored('print-column-changed', 'layout', 'It holds no data.'),
  'column-printed': mirrored('column-unprinted', 'layout', 'It was asked for in data already.'),
  'column-unprinted': mirrored('column-printed', 'layout', 'It is still asked for in data.'),
  'blank-rows-changed': mirrored('blank-rows-changed', 'layout', 'A list takes as many rows as it has.'),
  'width-changed': mirrored('width-changed', 'layout', paper),
  'height-changed': mirrored('height-changed', 'layout', paper),
  'page-changed': mirrored('page-changed', 'layout', paper),
  'style-changed': mirrored('style-changed', 'layout', paper),
  'page-break-changed': mirrored('page-break-changed', 'layout', paper),
  'header-changed': mirrored('header-changed', 'layout', paper),
  'arrangement-changed': mirrored('arrangement-changed', 'layout', paper),
  'boxes-changed': mirrored('boxes-changed', 'layout', paper),
  'figure-format-changed': mirrored('figure-format-changed', 'layout', paper),
  'unit-place-changed': mirrored('unit-place-changed', 'layout', paper),
  'row-numbers-changed': mirrored('row-numbers-changed', 'layout', paper),
} as const satisfies Readonly<Record<string, Check>>

/** The stable name of a kind of change. */
export type CheckId = keyof typeof checks
