/** A file that a document takes along, for formats that can: what it was made of, for machines to read. */
export interface Attachment {
  /** File name, unique among those of a document; `/` separates folders. */
  readonly name: string
  /** Media type, e.g. `text/csv`. */
  readonly mime: string
  /** `Source`: the document was made by it; `Data`: its figures stand in it (ISO 19005-3, annex E). */
  readonly relationship: 'Source' | 'Data'
  /** For people, in the document's language. */
  readonly description: string
  readonly bytes: Uint8Array
}
