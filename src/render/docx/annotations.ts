import { createHash } from 'node:crypto'
import type { Revision } from '../../model/index.ts'

// A bookmark's name has at most 40 characters; the suffix that tells what it marks takes up to 9 of them.
const LONGEST_BASE = 31

/**
 * A bookmark's name for an id: `t1.s.a` → `t1_s_a`. What such a name cannot hold becomes `_`, and a hash of the id
 * keeps apart what that, or shortening, would make the same.
 */
export function bookmarkBase(id: string): string {
  const name = id.replace(/[^A-Za-z0-9]/g, '_').replace(/^(?![A-Za-z])/, 'b')
  if (/^[A-Za-z][A-Za-z0-9.]*$/.test(id) && name.length <= LONGEST_BASE) return name
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8)
  return `${name.slice(0, LONGEST_BASE - 9)}_${hash}`
}

const revisions: Readonly<Record<Revision, string>> = { inserted: 'w:ins', deleted: 'w:del' }

/** Who made the revisions, as office programs show it. They have no date: they are a comparison, nobody typed them. */
const AUTHOR = 'biaoshi'

/** Bookmarks and revisions, numbered through the document (ECMA-376 part 1, 17.13). */
export class Annotations {
  #next = 0

  /** `content` between the start and the end of a bookmark called after `id` and `suffix`. */
  bookmark(id: string, suffix: string, content: string): string {
    const number = this.#next++
    const name = `${bookmarkBase(id)}__${suffix}`
    return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${number}"/>`
  }

  /** Runs that were inserted or deleted (17.13.5.14 and 17.13.5.18); without a revision the runs. */
  revised(runs: string, revision: Revision | undefined): string {
    if (revision === undefined) return runs
    return `<${revisions[revision]} ${this.#revision()}>${runs}</${revisions[revision]}>`
  }

  /** In the properties of a row or of a paragraph's end: that it was inserted or deleted (17.13.5.12 to 17.13.5.20). */
  revisionMark(revision: Revision | undefined): string {
    return revision === undefined ? '' : `<${revisions[revision]} ${this.#revision()}/>`
  }

  #revision(): string {
    return `w:id="${this.#next++}" w:author="${AUTHOR}"`
  }
}
