import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file to write. */
export interface Output {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file could not be written; nothing of the run was. */
export class OutputError extends Error {
  override name = 'OutputError'
  readonly path: string
  /** What the system says: EACCES, EBUSY, ENOSPC … */
  readonly problem: string
  constructor(path: string, cause: unknown) {
    const problem = (cause as NodeJS.ErrnoException | undefined)?.code ?? String(cause)
    super(`cannot write ${path}: ${problem}`, { cause })
    this.path = path
    this.problem = problem
  }
}

/**
 * Writes all files or none. Each goes to a temporary file beside its target and is flushed to the disk; when all are
 * there, they are renamed into place. What stood there before comes back if one of them cannot be put in place.
 * @throws OutputError
 */
export function publish(outputs: readonly Output[]): void {
  const placed: string[] = []
  try {
    for (const { path, bytes } of outputs) attempt(path, () => writeBeside(path, bytes))
    for (const { path } of outputs)
      attempt(path, () => {
        keepOld(path)
        placed.push(path)
        renameSync(temporary(path), path)
      })
  } catch (error) {
    for (const path of placed) restore(path)
    throw error
  } finally {
    for (const { path } of outputs) for (const left of [temporary(path), old(path)]) remove(left)
  }
}

// Hidden names of this process: a second run that writes the same target has its own.
const temporary = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
const old = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.old`)

function attempt(path: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    throw new OutputError(path, error)
  }
}

/** One by one: asked for all at once, Node tries for ever where the system refuses a folder as `/proc` does. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return
  makeFolder(dirname(dir))
  try {
    mkdirSync(dir)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!existsSync(dir)) throw error
  }
}

function writeBeside(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path))
  remove(temporary(path))
  // Created here and by nobody else: a link of that name is not followed.
  const file = openSync(temporary(path), constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A second name for what stands at the target; a copy where the disk knows no links. */
function keepOld(path: string): void {
  if (!existsSync(path)) return
  remove(old(path))
  try {
    linkSync(path, old(path))
  } catch {
    copyFileSync(path, old(path))
  }
}

function restore(path: string): void {
  try {
    if (existsSync(old(path))) renameSync(old(path), path)
    else if (!existsSync(temporary(path))) rmSync(path, { force: true })
  } catch {
    // The error that led here is the one to tell.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A temporary file that cannot be removed is hidden and harms nothing.
  }
}
