import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ShippedFont } from './faces.ts'

/** The files by the npm package (a development dependency) they are copied from; `tsdown.config.ts` reads this. */
export const fontSources: Readonly<Record<ShippedFont, string>> = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'song-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
}

/** A font file is not where the build puts it, or one that the user named cannot be used. */
export class FontFileError extends Error {
  override name = 'FontFileError'
  /** Path of the file, where the user named it, and why it cannot be used: an error code of the system or `no font`. */
  readonly given: { readonly file: string; readonly problem: string } | undefined
  constructor(message: string, given?: FontFileError['given'], options?: ErrorOptions) {
    super(message, options)
    this.given = given
  }
}

/**
 * Path of a font file: in `fonts/` beside the bundled module (`dist/fonts/`), or, where the sources run without a
 * build, in the development dependency.
 * @throws FontFileError where neither has it
 */
export function fontPath(id: ShippedFont): string {
  const source = fontSources[id]
  const beside = fileURLToPath(new URL(`./fonts/${basename(source)}`, import.meta.url))
  if (existsSync(beside)) return beside
  try {
    return createRequire(import.meta.url).resolve(source)
  } catch {
    throw new FontFileError(`the font file ${beside} is missing; run "npm run build" or install biaoshi again`)
  }
}
