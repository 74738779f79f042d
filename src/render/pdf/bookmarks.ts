import type { Bookmark, Pdf } from './pdfkit.ts'

/** The bookmarks of a document, by heading level. */
export class Bookmarks {
  /** The path to the newest bookmark, the root (level 0) first. */
  readonly #path: { level: number; bookmark: Bookmark }[]

  constructor(pdf: Pdf) {
    this.#path = [{ level: 0, bookmark: pdf.outline }]
  }

  /** Points to the current page, `top` pt below its upper edge. */
  add(title: string, level: number, top: number): void {
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop()
    const parent = this.#path.at(-1) as { bookmark: Bookmark }
    this.#path.push({ level, bookmark: parent.bookmark.addItem(title, { fit: false, top, expanded: true }) })
  }
}
