import { expect, it } from 'vitest'
import { picture } from '../src/report/index.ts'
import { documentOf, forms } from './support/forms.ts'

// What `biaoshi show` prints of each form. A change of layout or wording shows here as a person would see it;
// `npx vitest run test/goldens.test.ts -u` renews the pictures.
const golden = ({ form, edition }: { form: string; edition: number }): string => `goldens/${form}-${edition}.txt`

it.each(forms)('the picture of $name', async ({ request }) => {
  const document = documentOf(request)
  await expect(picture(document)).toMatchFileSnapshot(golden(document))
})

it('each form has a picture of its own', () => {
  const names = forms.map(({ request }) => golden(documentOf(request)))
  expect(new Set(names).size).toBe(names.length)
})
