/** LibreOffice, where it is installed: a workbook that exceljs made, printed to PDF. */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { calling, measure } from '../run.mjs'
import { fontDir } from './plain.mjs'

export const about = { title: 'LibreOffice, xlsx to pdf', format: 'pdf', packages: [], most: 100_000 }

const places = [
  'soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
]
const program = places.find((place) =>
  place === 'soffice' ? spawnSync(place, ['--version'], { timeout: 60_000 }).status === 0 : existsSync(place),
)

export const missing = () => (program ? undefined : 'LibreOffice is not installed')

/** Untimed: the workbook, and a first start, in which LibreOffice sets up its profile. */
export async function prepare({ dir, csv, rows }) {
  writeFileSync(join(dir, 'fonts.conf'), fontConfiguration(dir))
  const { failure } = await measure(calling('peers/exceljs.mjs', { csv, out: workbook(dir, rows) }), {
    dir,
    limit: 6e5,
  })
  if (failure) throw new Error(failure)
  await measure({ ...convert(dir, csv), memory: 'none' }, { dir, limit: 6e5 })
}

export const command = ({ dir, rows }) => convert(dir, workbook(dir, rows))
export const made = ({ dir, rows }) => workbook(dir, rows).replace(/xlsx$/, 'pdf')

const workbook = (dir, rows) => join(dir, `libreoffice-${rows}.xlsx`)

function convert(dir, source) {
  const profile = pathToFileURL(join(dir, 'profile')).href
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    dirname(workbook(dir, 0)),
  ]
  const env = { FONTCONFIG_FILE: join(dir, 'fonts.conf') }
  return { file: program, args: [...args, source], env, memory: 'poll' }
}

/** The same font as the others embed, whether or not the system has it. */
const fontConfiguration = (dir) =>
  `<?xml version="1.0"?><fontconfig><dir>${fontDir}</dir><cachedir>${join(dir, 'font-cache')}</cachedir></fontconfig>`
