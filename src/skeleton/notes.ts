import type { Form, PrintedNote, Runs } from '../model/index.ts'
import { readable } from '../text/wrap.ts'

/** The notes of a form as comments, each handed out once. */
export class Notes {
  readonly #notes: ReadonlyMap<string, PrintedNote>
  readonly #told = new Set<string>()

  constructor({ notes }: Form) {
    this.#notes = new Map([...notes.values()].flat().map((note) => [note.id, note]))
  }

  /** `[1] …` for each note that these labels cite and that was not told before. */
  cited(labels: readonly Runs[]): string[] {
    return labels.flat().flatMap(({ note: id }) => {
      const note = id === undefined ? undefined : this.#notes.get(id)
      if (!note || this.#told.has(note.id)) return []
      this.#told.add(note.id)
      return [`${note.mark} ${readable(note.content)}`]
    })
  }
}
