import { type Ask, type CellValue, type Form, holeAsk, type Text } from '../model/index.ts'

/** The places to write within the texts of a cell that have ids of their own, and what each asks. */
export function placesIn(form: Form, values: readonly (CellValue | Text | undefined)[]): { id: string; ask: Ask }[] {
  const texts = values.flatMap((value) =>
    value === undefined ? [] : !('kind' in value) ? [value] : value.kind === 'text' ? [value.text] : [],
  )
  return texts
    .flatMap((text) => form.stretches.get(text) ?? [])
    .flatMap((stretch) =>
      stretch.kind === 'place' && stretch.id !== ''
        ? [{ id: stretch.id, ask: holeAsk(stretch.what, form.definition.units) }]
        : [],
    )
}
