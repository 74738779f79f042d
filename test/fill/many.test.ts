import { expect, it } from 'vitest'
import { type Files, filledGrid } from '../../src/pipeline.ts'
import { fonts } from '../support/forms.ts'

const definition = (label: string) => `form: x
edition: 2024
title: 表
parts:
  a: {title: ${label}, fields: {c: 丁}}
`

/** A disk with one form and one return; `read`: the paths that were read. */
function disk(source: string) {
  const texts = new Map([
    ['/forms/x/2024.yaml', source],
    ['/data.yaml', 'form: x\nyear: 2024\nvalues: {a: {c: 1}}\n'],
  ])
  const read = (path: string): string => texts.get(path) ?? ''
  const files: Files = {
    read,
    bytes: (path) => new TextEncoder().encode(read(path)),
    list: (dir) => (dir === '/forms' ? ['x'] : dir === '/forms/x' ? ['2024.yaml'] : []),
    exists: (path) => texts.has(path),
  }
  return filledGrid({ files, definitions: '/forms', data: '/data.yaml', fonts })
}

it('a definition that changes between two returns of one run is read anew', () => {
  const [first, again, second] = [disk(definition('乙')), disk(definition('乙')), disk(definition('丙'))]
  expect(JSON.stringify(first.document?.items)).toContain('乙')
  expect(JSON.stringify(again.document)).toBe(JSON.stringify(first.document))
  expect(JSON.stringify(second.document?.items)).toContain('丙')
})

it('what is wrong with a definition is told of each return', () => {
  const wrong = definition('乙').replace('fields', 'feilds')
  const [first, again] = [disk(wrong), disk(wrong)]
  expect(first.diagnostics.map(({ code }) => code)).toContain('unknown-key')
  expect(again.diagnostics).toEqual(first.diagnostics)
})
