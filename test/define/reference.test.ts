import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../src/pipeline.ts'
import { compile, whole } from './support/compile.ts'
import { examplesOf, renewed } from './support/guide.ts'

// `npx vitest run test/define/reference.test.ts -u` writes the guides' pictures, messages and tables anew.
const path = (name: string): string => fileURLToPath(new URL(`../../definitions/${name}`, import.meta.url))
const guides = [
  { name: 'README.md', locale: 'en' },
  { name: 'README.zh-CN.md', locale: 'zh' },
] as const
const read = (name: string): string => readFileSync(path(name), 'utf8')

describe.each(guides)('the guide $name', ({ name, locale }) => {
  const guide = read(name)

  it('shows what the program prints today', async () => {
    await expect(renewed(guide, locale)).toMatchFileSnapshot(path(name))
  })

  it('has examples of which nothing is said, unless it shows what', () => {
    for (const { yaml, shows } of examplesOf(guide))
      if (shows === 'console') expect(compile(whole(yaml)).said, yaml).not.toBe('')
      else if (shows === 'text') expect(compile(whole(yaml)).said, yaml).toBe('')
  })
})

it('both guides have the same examples, comments aside', () => {
  const [english, chinese] = guides.map(({ name }) =>
    examplesOf(read(name)).map((example) => ({ ...example, yaml: example.yaml.replace(/ +# .*$/gm, '') })),
  )
  expect(chinese).toEqual(english)
})

it('the JSON Schema that editors read is that of the program', async () => {
  await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path('definition.schema.json'))
})
