import { describe, expect, it } from 'vitest'
import { type CheckId, checks, impacts } from '../../src/model/index.ts'
import { examples } from './examples.ts'
import { compared } from './support.ts'

const ids = Object.keys(checks) as CheckId[]

describe('the table of checks', () => {
  it('gives each check a mirror, whose mirror it is', () => {
    for (const id of ids) expect(checks[checks[id].mirror as CheckId].mirror, id).toBe(id)
  })

  it('gives each check an impact and says why', () => {
    for (const id of ids) {
      expect(impacts, id).toContain(checks[id].impact)
      expect(checks[id].why, id).toMatch(/\.$/)
    }
  })

  it('has an example of each check or of its mirror', () => {
    const shown = Object.keys(examples).flatMap((id) => [id, checks[id as CheckId].mirror])
    expect(ids.filter((id) => !shown.includes(id))).toEqual([])
  })
})

describe.each(Object.entries(examples))('%s', (id, [old, now]) => {
  const check = id as CheckId
  const raised = (changes: readonly { check: CheckId }[]) => changes.map((change) => change.check)

  it('is raised by its example', () => {
    expect(raised(compared(old, now).changes)).toContain(check)
  })

  it('is its mirror the other way round', () => {
    expect(raised(compared(now, old).changes)).toContain(checks[check].mirror)
  })

  it('has the impact of the table', () => {
    const change = compared(old, now).changes.find((each) => each.check === check)
    expect(change?.impact).toBe(checks[check].impact)
  })
})
