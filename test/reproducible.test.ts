import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { formats } from '../src/render/index.ts'
import { type Digests, digest, digestsOf } from './support/digests.ts'
import { blanksOf, documentOf, fonts, formatNames, forms, request } from './support/forms.ts'

let made: Digests
beforeAll(async () => {
  made = await digestsOf(forms)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('every form is made in every format', () => {
  expect(Object.keys(made)).toEqual(forms.flatMap(({ name }) => formatNames.map((format) => `${name}.${format}`)))
})

describe('every document has the same bytes', () => {
  it('when made again, in another order and with fonts that have drawn others', async () => {
    expect(await digestsOf([...forms].reverse(), () => fonts)).toEqual(made)
  })

  it('on another day and with other luck', async () => {
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    vi.spyOn(Math, 'random').mockReturnValue(0.123)
    expect(await digestsOf(forms)).toEqual(made)
  })

  it('in another process, folder, time zone and language', () => {
    const script = fileURLToPath(new URL('support/digests.mjs', import.meta.url))
    const env = { ...process.env, TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
    const out = execFileSync(process.execPath, [script], { cwd: tmpdir(), env, encoding: 'utf8' })
    expect(JSON.parse(out)).toEqual(made)
  })
})

describe('making documents changes nothing that it was given', () => {
  it.each(forms)('of $name: its grid may be frozen through and through', async ({ request }) => {
    const document = documentOf(request)
    for (const format of formatNames) {
      const draw = async (grid: typeof document) => digest(await formats[format](grid, fonts, []))
      expect(await draw(frozen(documentOf(request)))).toBe(await draw(document))
    }
  })

  it('asked twice with one request, it makes the same', async () => {
    const asked = frozen(request('highway-condition'))
    expect(await blanksOf(asked)).toEqual(await blanksOf(asked))
  })
})

/** The value and all that it holds, so that a change throws. What is drawn from it anew each time is not held. */
function frozen<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value
  seen.add(value)
  for (const part of Object.values(value)) frozen(part, seen)
  return Object.freeze(value)
}
