import { createHash } from 'node:crypto'

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

/** Wraps content in bookmarks, numbered through the document. */
export class Bookmarks {
  #next = 0

  /** `content` between the start and the end of a bookmark called after `id` and `suffix`. */
  wrap(id: string, suffix: string, content: string): string {
    const number = this.#next++
    const name = `${bookmarkBase(id)}__${suffix}`
    return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${number}"/>`
  }
}
