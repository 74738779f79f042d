import type { z } from 'zod'

interface Def {
  type: string
  shape?: Record<string, z.core.$ZodType>
  innerType?: z.core.$ZodType
  valueType?: z.core.$ZodType
  options?: z.core.$ZodType[]
  getter?: () => z.core.$ZodType
}

/** The keys a schema knows at a path. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType | undefined = schema
  for (const segment of path) at = at && below(at, String(segment))
  return at ? Object.keys(shape(at) ?? {}) : []
}

const def = (schema: z.core.$ZodType): Def => {
  const found = schema._zod.def as unknown as Def
  return found.getter ? def(found.getter()) : found
}

function shape(schema: z.core.$ZodType): Record<string, z.core.$ZodType> | undefined {
  const { shape: own, innerType, options } = def(schema)
  if (own) return own
  if (innerType) return shape(innerType)
  return options?.map(shape).find((found) => found !== undefined)
}

function below(schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  const { innerType, valueType, options, shape: own } = def(schema)
  if (own) return own[key]
  if (valueType) return valueType
  if (innerType) return below(innerType, key)
  return options?.map((option) => below(option, key)).find((found) => found !== undefined)
}
