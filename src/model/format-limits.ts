/** What one format cannot hold more of. */
export interface FormatLimits {
  /** By its file extension. */
  readonly format: string
  /** In one cell, UTF-16 units. */
  readonly characters: number
  /** In one list. */
  readonly rows: number
}

/** A step of indent on a worksheet, pt: three spaces of the workbook's `Normal` font (ECMA-376 18.8.1). */
export const sheetIndent = 18
