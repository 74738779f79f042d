import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Files } from '../pipeline.ts'

/** How packages of Word and Excel (ZIP) and their older files (OLE) begin. */
const officeFiles = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

/** The disk, as the stages see it: text in UTF-8, names in an order that no file system decides. */
export const diskFiles: Files = {
  read(path) {
    const bytes = readFileSync(path)
    if (officeFiles.some((sign) => bytes.subarray(0, sign.length).equals(sign)))
      throw Object.assign(new Error(`${path} is an office file`), { code: 'office file', path })
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch (cause) {
      throw Object.assign(new Error(`${path} is not UTF-8`, { cause }), { code: 'not UTF-8', path })
    }
  },
  bytes: (path) => readFileSync(path),
  list: (dir) => readdirSync(dir).sort(),
  exists(path) {
    try {
      return statSync(path).isFile()
    } catch {
      // No permission, a name that no disk can hold: nothing that could be read.
      return false
    }
  },
}
