import { codes, type Diagnostic, Diagnostics } from '../diagnostics/index.ts'
import type { Definition, PaperChoice, Text } from '../model/index.ts'
import { type LocatedMap, type MissingGlyphs, readSource } from '../yaml/index.ts'
import { checkCharacters } from './characters.ts'
import { consequent } from './consequences.ts'
import { buildPart, renamedNotesOf, textsOf } from './content.ts'
import { checkEmpty } from './empty.ts'
import { checkFitting } from './fitting.ts'
import { checkNames } from './names.ts'
import { normalise } from './normalise.ts'
import { type Context, defined, mapOf, nodesOf, numberOf, scalarOf, stringOf, textOf } from './reader.ts'
import { checkRenames } from './renames.ts'
import { soundParts } from './sound-parts.ts'
import { styleOf } from './style.ts'
import { checkTexts } from './texts.ts'
import { unitsOf } from './units.ts'
import { validate } from './validate.ts'

export type { MissingGlyphs } from '../yaml/index.ts'
export { jsonSchema } from './schema.ts'

/** More mistakes than this are not told: nobody reads them, and most follow from the first. */
const mostTold = 100

/**
 * Reads a definition file. Everything wrong with it is reported at its place, and then nothing is returned; warnings
 * alone do not stop it. A character that `missing` names is wrong too.
 */
export function define(
  file: string,
  source: string,
  report: Diagnostics,
  missing: MissingGlyphs = () => [],
): Definition | undefined {
  const found = new Diagnostics()
  const definition = read(file, source, found, missing)
  const weight = ({ severity }: Diagnostic) => (severity === 'error' ? 0 : 1)
  const told = found.list.toSorted((a, b) => weight(a) - weight(b) || (a.at?.start ?? 0) - (b.at?.start ?? 0))
  for (const { code, at, words } of told.slice(0, mostTold)) report.add(code, at, words)
  if (told.length > mostTold) report.add('too-many', undefined, { count: String(told.length - mostTold) })
  return found.failed ? undefined : definition
}

/**
 * Of a file with errors, what is sound in itself: the definition with those parts alone that no error touches, so that
 * it can be told in the same run what of these cannot be printed.
 * @returns undefined where nothing is, or where what all parts share is wrong
 */
export function defineSound(file: string, source: string, missing: MissingGlyphs = () => []): Definition | undefined {
  const found = new Diagnostics()
  const all: Diagnostic[] = []
  const raw = { root: undefined as LocatedMap | undefined }
  const definition = read(file, source, found, missing, (root, later) => {
    raw.root = root
    all.push(...later)
  })
  if (!definition || !raw.root) return undefined
  const errors = [...found.list, ...all].filter(({ code }) => codes[code].severity === 'error')
  const ids = soundParts(raw.root, errors)
  const parts = definition.parts.filter(({ id }) => ids.has(id))
  return parts.length === 0 ? undefined : { ...definition, parts }
}

/** A file that cannot be read whole is still built and checked, as far as that says more than what follows from it. */
function read(
  file: string,
  source: string,
  report: Diagnostics,
  missing: MissingGlyphs,
  heard?: (root: LocatedMap, later: readonly Diagnostic[]) => void,
): Definition | undefined {
  const raw = readSource(file, source, report)
  if (!raw) return undefined
  const year = raw.entries.get('year')
  if (year && !raw.entries.has('edition') && !raw.entries.has('parts')) {
    report.add('data-for-definition', year.keyAt)
    return undefined
  }
  const valid = validate(raw, report)
  checkCharacters(raw, source, missing, report)
  const later = new Diagnostics()
  const context: Context = { report: later, units: unitsOf(valid), texts: [] }
  const root = normalise(valid, context.units, source, later)
  const definition = build(root, context)
  checkEmpty(root, later)
  checkFitting(root, later)
  checkNames(definition, context, { source, root })
  checkRenames(definition, { source, root }, later)
  checkTexts(definition, context.texts, { source, root }, later)
  heard?.(root, later.list)
  const first = [...report.list]
  const dangling = later.list.filter(({ code, words }) => code === 'unknown-name' && words.key === 'like')
  for (const each of later.list) {
    const unread = dangling.includes(each) ? first : [...first, ...dangling]
    const whole = !unread.some(({ code }) => codes[code].severity === 'error')
    if (whole || !consequent(each, source, raw, unread)) report.add(each.code, each.at, each.words)
  }
  return definition
}

function build(root: LocatedMap, context: Context): Definition {
  const text = (key: string): Text | undefined => textOf(context, scalarOf(root, key), key, { number: false })
  const lang = stringOf(root, 'lang') ?? 'zh-CN'
  const numbering = mapOf(root, 'numbering')
  const continued = mapOf(root, 'continued')
  return {
    form: stringOf(root, 'form') ?? '',
    edition: numberOf(root, 'edition') ?? 0,
    lang,
    title: text('title') ?? { source: '', at: root.at },
    page: paper(stringOf(root, 'page') ?? 'A4'),
    style: styleOf(root),
    numbering: {
      notes: (numbering && stringOf(numbering, 'notes')) ?? '[1]',
      instructions: (numbering && stringOf(numbering, 'instructions')) ?? (lang.startsWith('zh') ? '（1）' : '(1)'),
      ...defined({
        tables: numbering && stringOf(numbering, 'tables'),
        sections: numbering && stringOf(numbering, 'sections'),
      }),
    },
    continued: defined({
      sections: continued && stringOf(continued, 'sections'),
      titles: continued && stringOf(continued, 'titles'),
    }),
    units: context.units,
    terms: textsOf(context, root, 'terms'),
    parts: [...nodesOf(root, 'parts')].map(({ id, at, map }) => buildPart(context, map, id, at, { unitAt: 'label' })),
    notes: textsOf(context, root, 'notes'),
    renamedNotes: renamedNotesOf(root),
    at: root.at,
    says: { form: scalarOf(root, 'form')?.at ?? root.at, edition: scalarOf(root, 'edition')?.at ?? root.at },
    ...defined({ subtitle: text('subtitle'), mark: text('mark') }),
  }
}

function paper(choice: string): PaperChoice {
  const [size = 'A4', orientation] = choice.split(' ')
  return { size: size as PaperChoice['size'], landscape: orientation === 'landscape' }
}
