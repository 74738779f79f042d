import { z } from 'zod'

type Schema = Record<string, unknown> & {
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

const candidates = ['文', '7', '2020-01-31', '2020-01', '010-12345678', 'name@example.cn', '是', 'yes']

/** A value for everything that a schema lets in: one row to a list, one column to those that may be added. */
export function sample(schema: Schema, key = ''): unknown {
  const { properties, items } = schema
  // A column may be called so too; the place for columns of one's own is the one that names them freely.
  if (key === 'added' && schema.propertyNames) return { steam: { label: '蒸汽', unit: '吨' } }
  if (properties) {
    // A list stands in the file or in a CSV beside it, never in both.
    const keys = Object.keys(properties).filter((name) => !(name === 'file' && 'list' in properties))
    return Object.fromEntries(keys.map((name) => [name, sample(properties[name] as Schema, name)]))
  }
  if (items) return [sample(items)]
  if (schema.additionalProperties) return { steam: '7' }
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return sample(schema.anyOf[0] as Schema)
  if (schema.minimum !== undefined && schema.type === 'integer') return schema.minimum
  const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  if (Array.isArray(schema.enum)) return schema.enum[0]
  return candidates.find((candidate) => validator.safeParse(candidate).success)
}
