import type { Fonts } from '../fonts/index.ts'
import type { GridDocument } from '../model/index.ts'

/** Draws a document. Returns the file's bytes; the same document gives the same bytes. */
export type Renderer = (document: GridDocument, fonts: Fonts) => Promise<Uint8Array>

/** Every format by its file extension; a format's code is loaded when it is asked for. */
export const formats = {
  docx: async (document) => (await import('./docx/index.ts')).renderDocx(document),
  xlsx: async (document) => (await import('./xlsx/index.ts')).renderXlsx(document),
  pdf: async (document, fonts) => (await import('./pdf/index.ts')).renderPdf(document, fonts),
} as const satisfies Record<string, Renderer>

export type Format = keyof typeof formats
