import { resolve } from 'node:path'
import { isPath } from '../editions.ts'
import type { FormRequest } from '../pipeline.ts'
import type { Context } from './io.ts'
import { Options } from './options.ts'

/**
 * The form and year that a command line asks for: an id as it is, the path of a definition from the working directory.
 * @throws Refusal if an option is wrong
 */
export function requestOf(
  { io, definitions }: Context,
  form: string,
  stated: { readonly year?: string },
  options = new Options(),
): FormRequest {
  const year = options.year(stated.year)
  options.check()
  const named = isPath(form) ? resolve(io.cwd, form) : form
  return { files: io.files, definitions, form: named, ...(year === undefined ? {} : { year }) }
}
