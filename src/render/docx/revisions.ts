import type { Revision } from '../../model/index.ts'

const names: Readonly<Record<Revision, string>> = { inserted: 'w:ins', deleted: 'w:del' }

/** Who made the revisions, as office programs show it. They have no date: they are a comparison, nobody typed them. */
const AUTHOR = 'biaoshi'

// Each revision has a number of its own in the document, which is put in when it is known: see `numberRevisions`.
const OPEN = `w:id="" w:author="${AUTHOR}"`

/** Runs that were inserted or deleted (ECMA-376 part 1, 17.13.5.14 and 17.13.5.18). */
export const revised = (runs: string, revision: Revision): string =>
  `<${names[revision]} ${OPEN}>${runs}</${names[revision]}>`

/** In the properties of a row or of a paragraph's end: that was inserted or deleted (17.13.5.12 to 17.13.5.20). */
export const revisionMark = (revision: Revision): string => `<${names[revision]} ${OPEN}/>`

/** Numbers revisions from `first` on, in the order in which they stand. @returns the XML, and the next number */
export function numberRevisions(xml: string, first: number): { readonly xml: string; readonly next: number } {
  let next = first
  // Text holds no such element: its `<` is escaped.
  const numbered = xml.replaceAll(/<w:(ins|del) w:id=""/g, (_, name) => `<w:${name} w:id="${next++}"`)
  return { xml: numbered, next }
}
