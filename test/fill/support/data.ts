/** A figure as a data file writes it: bare, with the zeros and digits it has. */
export class Figure {
  constructor(readonly text: string) {}
}

/** What a data file says, as it says it. */
export type Data = string | Figure | readonly Data[] | DataMap

export interface DataMap {
  readonly [id: string]: Data
}

export const isMap = (data: Data | undefined): data is DataMap =>
  typeof data === 'object' && !Array.isArray(data) && !(data instanceof Figure)

export const mapOf = (data: Data | undefined): DataMap => (isMap(data) ? data : {})

/** What was written at a place; undefined where nothing was. */
export function textOf(data: Data | undefined): string | undefined {
  if (data instanceof Figure) return data.text
  return typeof data === 'string' && data.trim() !== '' ? data : undefined
}

/** A data file in JSON. A figure stands bare where JSON knows it as a number: `1.50` is kept, `007` is quoted. */
export function toJson(data: Data): string {
  if (data instanceof Figure) return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(data.text) ? data.text : JSON.stringify(data.text)
  if (typeof data === 'string') return JSON.stringify(data)
  if (Array.isArray(data)) return `[${data.map(toJson).join(', ')}]`
  return `{${Object.entries(data)
    .map(([id, value]) => `${JSON.stringify(id)}: ${toJson(value)}`)
    .join(', ')}}`
}
