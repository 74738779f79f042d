import { isAbsolute, relative } from 'node:path'

/** A path as it is told: below the working directory relative to it, elsewhere in full. */
export function shown(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below.startsWith('..') || isAbsolute(below) ? path : below
}
