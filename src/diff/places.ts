import { type Ask, type CellValue, type Form, holeAsk, type Text } from '../model/index.ts'
import type { Entity } from './entities.ts'
import { fact, unitFact } from './facts.ts'

/**
 * The places to write within the texts of a cell, each with an id of its own.
 * @param path of the cell
 */
export function placeEntities(
  form: Form,
  path: string,
  table: string,
  values: readonly (CellValue | Text | undefined)[],
): Entity[] {
  const texts = values.flatMap((value) =>
    value === undefined ? [] : !('kind' in value) ? [value] : value.kind === 'text' ? [value.text] : [],
  )
  const stretches = texts.flatMap((text) => form.stretches.get(text) ?? [])
  return stretches.flatMap((stretch) =>
    stretch.kind === 'place' && stretch.id !== ''
      ? [place(path, table, stretch.id, holeAsk(stretch.what, form.definition.units))]
      : [],
  )
}

const place = (path: string, table: string, id: string, ask: Ask): Entity => ({
  kind: 'place',
  id,
  path: `${path}.${id}`,
  name: '',
  table,
  children: [],
  facts: () => [...fact('type', ask.type), ...unitFact(ask.unit)],
})
