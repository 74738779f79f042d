import { expect, it } from 'vitest'
import { compare } from '../../src/comparison.ts'
import type { Files } from '../../src/pipeline.ts'
import { said } from '../redline/support/editions.ts'

const form = (label: string) => `form: f\nedition: 2024\ntitle: 表\nparts:\n  t: {title: 一, sections: {a: ${label}}}\n`

/** What a change of wording comes to in a folder whose `impacts.yaml` says so. */
function comparedWith(impacts: string) {
  const texts: Record<string, string> = { 'old.yaml': form('甲'), 'new.yaml': form('乙'), 'own/impacts.yaml': impacts }
  const files: Files = {
    read: (path) => texts[path] ?? '',
    bytes: () => new Uint8Array(),
    list: () => [],
    exists: (path) => texts[path] !== undefined,
  }
  const request = (name: string) => ({ files, definitions: 'own', form: name })
  return compare({ old: request('old.yaml'), new: request('new.yaml') })
}

it('a project gives a check its own impact', () => {
  const { comparison } = comparedWith('label-changed: breaks-data\n')
  expect(comparison?.changes.map(({ check, impact }) => [check, impact])).toEqual([['label-changed', 'breaks-data']])
})

it('an unknown check is told with its place and the nearest name', () => {
  expect(said(comparedWith('label-change: wording\n'))).toContain(
    'own/impacts.yaml:1:1: error[unknown-key]: "label-change" is not known here; did you mean "label-changed"?',
  )
})

it('an unknown impact is told with those that there are', () => {
  const text = said(comparedWith('label-changed: grave\n'))
  expect(text).toContain('own/impacts.yaml:1:16: error[bad-value]: "label-changed" cannot be "grave"')
  expect(text).toContain('breaks-data, extends-data, changes-rules, wording, layout')
})

it.each(['', '\n', '# none yet\n', '\ufeff---\n# none\n'])('a file that gives none is none: %j', (impacts) => {
  const outcome = comparedWith(impacts)
  expect(said(outcome)).toBe('')
  expect(outcome.comparison?.changes.map(({ impact }) => impact)).toEqual(['wording'])
})
