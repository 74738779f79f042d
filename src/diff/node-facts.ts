import type { Content, Field, Form, Part, Placed, Table } from '../model/index.ts'
import { askFacts, closedFact, takesInput } from './ask-facts.ts'
import { blockFacts } from './block-facts.ts'
import { type Fact, fact, partedFact, type SharedNames, textFacts } from './facts.ts'

export function formFacts(form: Form, names: SharedNames): Fact[] {
  const { definition } = form
  const { title, subtitle, mark, page, numbering, continued, lang } = definition
  return [
    ...fact('form', definition.form),
    ...textFacts(form, names, 'title', title),
    ...textFacts(form, names, 'subtitle', subtitle),
    ...textFacts(form, names, 'mark', mark),
    ...fact('language', lang),
    ...fact('page', `${page.size}${page.landscape ? ' landscape' : ''}`),
    ...partedFact('style', definition.style),
    ...partedFact('continued', continued),
    ...partedFact('numbering', numbering),
  ]
}

/** A part whose content is its own table says what that table says. */
export function partFacts(form: Form, names: SharedNames, part: Part): Fact[] {
  const [own] = ownTable(part)
  return [
    ...textFacts(form, names, 'title', part.title),
    ...fact('pageBreak', part.newPage),
    ...(own ? tableFacts(form, names, own) : fact('content', 'tables')),
  ]
}

/** The table that a part itself is; none where it has tables of their own. */
export const ownTable = ({ path, tables }: Part): Table[] => tables.filter((table) => table.path === path)

export function tableFacts(form: Form, names: SharedNames, { title, caption, content, as, newPage }: Table): Fact[] {
  return [
    ...textFacts(form, names, 'title', title),
    ...textFacts(form, names, 'caption', caption),
    ...fact('arrangement', as),
    ...(newPage ? fact('pageBreak', 'table') : []),
    ...contentFacts(form, names, content),
  ]
}

export function placedFacts(form: Form, names: SharedNames, placed: Placed): Fact[] {
  const { label, content, width } = placed
  const { code, more } = placed as Field
  return [
    ...textFacts(form, names, 'label', label),
    ...fact('unitPlace', placed.unitAt),
    ...arrangementFact(names, placed),
    ...fact('width', width),
    ...fact('code', code),
    ...textFacts(form, names, 'words', more, 'more'),
    ...contentFacts(form, names, content),
  ]
}

/** Siblings are compared as both editions name them, and shown by their ids. */
function arrangementFact(names: SharedNames, placed: Placed): Fact[] {
  const { beside, align } = placed
  const { column } = placed as Field
  const sibling = beside === undefined ? undefined : names.node(siblingOf(placed, beside))
  const [{ key } = { key: '' }] = partedFact('arrangement', { beside: sibling, align, column })
  return partedFact('arrangement', { beside, align, column }).map((each) => ({ ...each, key }))
}

const siblingOf = ({ path, id }: { readonly path: string; readonly id: string }, sibling: string): string =>
  path.slice(0, path.length - id.length) + sibling

function contentFacts(form: Form, names: SharedNames, content: Content): Fact[] {
  const kind = fact('content', content.kind)
  switch (content.kind) {
    case 'entry':
      return [...kind, ...askFacts(form, names, content.ask), ...closedFact(!takesInput(content.ask.value))]
    case 'text':
      return [...kind, ...textFacts(form, names, 'words', content.text)]
    case 'stack':
      return [
        ...kind,
        ...partedFact('header', { header: content.of }),
        ...content.head.flatMap((text, n) => textFacts(form, names, 'words', text, `head ${n + 1}`)),
      ]
    case 'fields':
      return [...kind, ...partedFact('header', { labels: content.labels })]
    case 'block':
      return [...kind, ...blockFacts(form, names, content)]
  }
}
