/** XlsxWriter, where Python has it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const about = { title: 'xlsxwriter (Python)', format: 'xlsx', packages: [], most: 100_000 }

const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import xlsxwriter'], { timeout: 60_000 }).status === 0,
)

export const missing = () => (python ? undefined : 'no Python with the package xlsxwriter')

export const command = ({ csv, out }) => ({
  file: python,
  args: [fileURLToPath(new URL('xlsx_list.py', import.meta.url)), csv, out],
  memory: 'report',
})
