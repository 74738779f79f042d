/** What one format cannot hold more of. */
export interface FormatLimits {
  /** By its file extension. */
  readonly format: string
  /** In one cell, UTF-16 units. */
  readonly characters: number
  /** In one list. */
  readonly rows: number
}
