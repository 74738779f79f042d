import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

type Fontkit = typeof import('fontkit')

/**
 * fontkit, by require: most runs need nothing of it, it takes longer to load than a form to lay out, and measuring stays
 * synchronous. The build puts it beside the bundle, and this module in the place of the fontkit that pdfkit imports.
 */
function fontkit(): Fontkit {
  const bundled = './fontkit.cjs'
  const isBundled = existsSync(fileURLToPath(new URL(bundled, import.meta.url)))
  return createRequire(import.meta.url)(isBundled ? bundled : 'fontkit')
}

export const create: Fontkit['create'] = (bytes, member) => fontkit().create(bytes, member)

export const openSync: Fontkit['openSync'] = (path, member) => fontkit().openSync(path, member)
