import { createHash } from 'node:crypto'
import { type Fonts, openFonts } from '../../src/fonts/index.ts'
import { blanksOf, type TestForm } from './forms.ts'

/** `<form>.<format>` → SHA-256 of its bytes. */
export type Digests = Record<string, string>

export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Makes the blanks of forms in every format, in the order given.
 * @param fonts the fonts of each form; opened anew for each where absent
 */
export async function digestsOf(forms: readonly TestForm[], fonts: () => Fonts = openFonts): Promise<Digests> {
  const digests: Digests = {}
  for (const { name, request } of forms)
    for (const [format, bytes] of await blanksOf(request, fonts())) digests[`${name}.${format}`] = digest(bytes)
  return digests
}
