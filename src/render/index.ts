import type { Fonts } from '../fonts/index.ts'
import type { Attachment, FormatLimits, GridDocument } from '../model/index.ts'
import { mostCharacters, mostRows } from './xlsx/limits.ts'

/**
 * Draws a document. Returns the file's bytes; the same document gives the same bytes. What it was made of goes along as
 * attachments where the format has a place for them.
 */
export type Renderer = (document: GridDocument, fonts: Fonts, attachments: readonly Attachment[]) => Promise<Uint8Array>

/** Every format by its file extension; a format's code is loaded when it is asked for. */
export const formats = {
  docx: async (document) => (await import('./docx/index.ts')).renderDocx(document),
  xlsx: async (document) => (await import('./xlsx/index.ts')).renderXlsx(document),
  pdf: async (document, fonts, attachments) => (await import('./pdf/index.ts')).renderPdf(document, fonts, attachments),
} as const satisfies Record<string, Renderer>

export type Format = keyof typeof formats

/** What a format cannot hold, and is told of at the data's place. */
export const limits: readonly FormatLimits[] = [{ format: 'xlsx', characters: mostCharacters, rows: mostRows }]
