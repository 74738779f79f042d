import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskIo } from '../support/disk-io.ts'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'biaoshi-new-form-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe.each(['zh', 'en'] as const)('a new form in %s', (locale) => {
  const type = (command: string) =>
    diskIo(root, scratch, locale).type(`biaoshi ${command} --definitions ${locale}/forms`)
  const file = (name: string) => join(scratch, locale, 'forms/my-form', name)

  it('has a definition, its picture and an example', async () => {
    const { code, text } = await type('new-form my-form --year 2024')
    expect(code).toBe(0)
    for (const name of ['2024.yaml', '2024.txt', 'examples/2024.yaml']) {
      expect(existsSync(file(name))).toBe(true)
      expect(text).toContain(name)
    }
  })

  it('makes its blank and its filled example at once', async () => {
    const blank = await type(`blank my-form --format pdf --out ${locale}/out`)
    expect(blank).toMatchObject({ code: 0 })
    const filled = await type(`fill ${locale}/forms/my-form/examples/2024.yaml --format pdf --out ${locale}/out`)
    expect(filled).toMatchObject({ code: 0 })
    expect(readdirSync(join(scratch, locale, 'out'))).toEqual(['2024.pdf', 'my-form-2024-blank.pdf'])
  })

  it('is held against its picture: a change shows, and gives exit code 1', async () => {
    const against = `show my-form --against ${locale}/forms/my-form/2024.txt`
    expect(await type(against)).toMatchObject({ code: 0 })
    const definition = readFileSync(file('2024.yaml'), 'utf8')
    writeFileSync(file('2024.yaml'), definition.replace(/label: (项目情况|Projects)/, 'label: XYZ'))
    const { code, text } = await type(against)
    writeFileSync(file('2024.yaml'), definition)
    expect(code).toBe(1)
    expect(text).toMatch(/^-.*(项目情况|Projects)/m)
    expect(text).toMatch(/^\+.*XYZ/m)
  })

  it('is never written over what is there', async () => {
    rmSync(file('2024.yaml'))
    const { code, text } = await type('new-form my-form --year 2024')
    expect(code).toBe(2)
    expect(text).toContain('[edition-exists]')
    expect(existsSync(file('2024.yaml'))).toBe(false)
  })
})

it('an id that no folder of a form can have is refused', async () => {
  const { code, text } = await diskIo(root, scratch, 'en').type(
    'biaoshi new-form My_Form --year 2024 --definitions forms',
  )
  expect(code).toBe(2)
  expect(text).toContain('[bad-option]')
})

it('the year is stated, not taken from the clock', async () => {
  const { code, text } = await diskIo(root, scratch, 'en').type('biaoshi new-form other --definitions forms')
  expect(code).toBe(2)
  expect(text).toContain('--year')
})
