import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { GridDocument } from '../src/model/index.ts'
import { picture } from '../src/report/index.ts'
import { documentOf, forms } from './support/forms.ts'

// What `biaoshi show` prints of each form. A change of layout or wording shows here as a person would see it;
// `npx vitest run test/goldens.test.ts -u` renews the pictures.
const folder = fileURLToPath(new URL('goldens', import.meta.url))
const nameOf = ({ form, edition }: GridDocument): string => `${form}-${edition}.txt`

it.each(forms)('the picture of $name', async ({ request }) => {
  const document = documentOf(request)
  await expect(picture(document)).toMatchFileSnapshot(`${folder}/${nameOf(document)}`)
})

it('each form has a picture of its own, and no picture is left of one that is gone', () => {
  const names = forms.map(({ request }) => nameOf(documentOf(request)))
  expect(new Set(names).size).toBe(names.length)
  const kept = existsSync(folder) ? readdirSync(folder) : []
  expect(kept.filter((name) => !names.includes(name))).toEqual([])
})
