import { join } from 'node:path'
import { about, command } from './peers/biaoshi.mjs'
import { calling } from './run.mjs'

/** The peers of each format, by the name of their module under peers/. */
export const peerNames = {
  pdf: ['pdfkit-text', 'pdfkit-table', 'pdfmake', 'typst', 'libreoffice'],
  xlsx: ['exceljs', 'exceljs-stream', 'xlsxwriter'],
  docx: ['docx', 'docxtemplater'],
}

/** What brings the peers that are missing. */
export const install = 'npm ci --prefix test/bench'

/**
 * A peer, or why it cannot run.
 * @returns {Promise<{ name: string, title: string, most?: number, missing?: string, warm?: boolean, prepare?: Function,
 *   command?: Function, made?: Function }>} `most`: the rows beyond which it is not asked
 */
export async function peer(name) {
  const file = `peers/${name}.mjs`
  try {
    const module = await import(`./peers/${name}.mjs`)
    const { title, most } = module.about
    const missing = module.missing?.()
    if (missing) return { name, title, missing }
    if (module.command) return { ...module, missing: undefined, name, title, most }
    return { name, title, most, warm: true, command: (input, seconds) => calling(file, input, seconds) }
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    return { name, title: name, missing: `not installed: ${install}` }
  }
}

/** This project, in the shape of a peer. */
export const own = (format) => ({
  name: 'biaoshi',
  title: about.title,
  warm: true,
  command: ({ data, dir, rows }, seconds) =>
    seconds === undefined
      ? command(['fill', data, '--format', format, '--out', join(dir, 'own')])
      : calling('peers/biaoshi.mjs', { data, formats: [format], base: join(dir, 'own', `rows-${rows}`) }, seconds),
  made: ({ dir, rows }) => join(dir, 'own', `rows-${rows}.${format}`),
})
