import { describe, expect, it } from 'vitest'
import { fakeFiles, ran } from './fake-io.ts'

const count = 70
const fields = (unit: string) => Array.from({ length: count }, (_, n) => `f${n}: 项${n} | ${unit}`).join(', ')
const form = (edition: number, unit: string) =>
  `form: f\nedition: ${edition}\ntitle: 表\nparts:\n  t: {fields: {${fields(unit)}}}\n`
const values = Array.from({ length: count }, (_, n) => `    f${n}: ${n}\n`).join('')
const files = {
  ...fakeFiles({
    '/forms/f/2020.yaml': form(2020, '吨'),
    '/forms/f/2024.yaml': form(2024, '万元'),
    '/forms/a.yaml': `form: f\nyear: 2020\nvalues:\n  t:\n${values}`,
  }),
  list: () => ['2020.yaml', '2024.yaml'],
}

describe('what a migration loses', () => {
  it('is told to the last value', async () => {
    const { code, err } = await ran('migrate a.yaml --to 2024 --definitions /forms', { files })
    expect(code).toBe(1)
    expect(err.match(/finding\[migrate-unit\]/g)).toHaveLength(count)
    expect(err).not.toContain('more that are no errors')
  })
})
