import { describe, expect, it } from 'vitest'
import { define } from '../../src/define/index.ts'
import { Diagnostics } from '../../src/diagnostics/index.ts'
import { counterparts, type Definition, noteCounterparts } from '../../src/model/index.ts'

function definition(parts: string, notes = ''): Definition {
  const report = new Diagnostics()
  const source = `form: f\nedition: 2020\ntitle: 表\nparts:\n${parts.replace(/^(?=.)/gm, '  ')}${notes}`
  const defined = define('f.yaml', source, report)
  if (!defined) throw new Error(JSON.stringify(report.list))
  return defined
}

const pairs = (from: string, to: string): [string, string][] => {
  const [a, b] = [definition(from), definition(to)]
  const forward = [...counterparts(a, b)]
  expect(new Map([...counterparts(b, a)].map(([x, y]) => [y, x]))).toEqual(new Map(forward))
  return forward
}

describe('counterparts', () => {
  it('are nodes of one id beside the same siblings', () => {
    expect(pairs('t: {columns: {a: 甲, b: 乙}}\n', 't: {columns: {b: 乙, a: 甲, c: 丙}}\n')).toEqual([
      ['t', 't'],
      ['t.a', 't.a'],
      ['t.b', 't.b'],
    ])
  })

  it('follow a renamed node, and what is below it', () => {
    expect(
      pairs(
        't: {columns: {a: {label: 甲, columns: {x: 一}}}}\n',
        't: {columns: {b: {label: 乙, columns: {x: 一}, renamedFrom: a}}}\n',
      ),
    ).toEqual([
      ['t', 't'],
      ['t.a', 't.b'],
      ['t.a.x', 't.b.x'],
    ])
  })

  it('are found by an id of any earlier edition', () => {
    expect(pairs('t: {columns: {a: 甲}}\n', 't: {columns: {c: {label: 丙, renamedFrom: [b, a]}}}\n')).toContainEqual([
      't.a',
      't.c',
    ])
  })

  it('are not of a column, a row or what is neither with one of another kind, whatever `renamedFrom` says', () => {
    const old = 't: {sections: {f: {label: 甲, fields: {x: 一, y: 二}}, b: {label: 乙, columns: {a: 甲, c: 丙}}}}\n'
    const now =
      't: {sections: {f: {label: 甲, fields: {x: 一, c: {label: 丙, renamedFrom: t.b.c}}}, b: {label: 乙, columns: {a: 甲, y: {label: 二, renamedFrom: t.f.y}}}}}\n'
    expect(pairs(old, now).map(([from]) => from)).toEqual(['t', 't.f', 't.f.x', 't.b', 't.b.a'])
  })

  it('follow what has moved elsewhere, with what is below it', () => {
    const moved =
      't:\n  sections:\n    p: {label: 甲, fields: {x: 一}}\n    q: {label: 乙, fields: {y: {label: 二, renamedFrom: t.p.y}}}\n'
    expect(pairs('t: {sections: {p: {label: 甲, fields: {x: 一, y: 二}}}}\n', moved)).toEqual([
      ['t', 't'],
      ['t.p', 't.p'],
      ['t.p.x', 't.p.x'],
      ['t.p.y', 't.q.y'],
    ])
  })

  it('follow a stated rename even where the new id was another node’s before', () => {
    expect(pairs('t: {columns: {a: 甲, b: 乙}}\n', 't: {columns: {b: {label: 甲, renamedFrom: a}}}\n')).toEqual([
      ['t', 't'],
      ['t.a', 't.b'],
    ])
  })

  it('are not a row and a column of one id', () => {
    const [from, to] = [
      'columns: {n: 名 | stub, a: 甲}, rows: {b: 乙}',
      'columns: {n: 名 | stub, b: 甲}, rows: {a: 乙}',
    ]
    expect(pairs(`t: {${from}}\n`, `t: {${to}}\n`)).toEqual([
      ['t', 't'],
      ['t.n', 't.n'],
    ])
  })

  it('of a copy made by `like` are those of the copy: the original’s own rename is not copied, those below are', () => {
    const before = 't:\n  columns:\n    a: {label: 甲, columns: {x: 一}}\n    c: {like: a, label: 丙}\n'
    const after =
      't:\n  columns:\n    b: {label: 甲, renamedFrom: a, columns: {y: {label: 一, renamedFrom: x}}}\n    c: {like: b, label: 丙}\n'
    expect(pairs(before, after)).toEqual([
      ['t', 't'],
      ['t.a', 't.b'],
      ['t.a.x', 't.b.y'],
      ['t.c', 't.c'],
      ['t.c.x', 't.c.y'],
    ])
  })
})

it('notes are paired by id and by renamedFrom, in both directions', () => {
  const before = definition('t: {fields: {a: "甲[^m][^n]"}}\n', 'notes: {m: 注一, n: 注二}\n')
  const after = definition('t: {fields: {a: "甲[^m][^k]"}}\n', 'notes: {m: 注一, k: {text: 注二, renamedFrom: n}}\n')
  expect([...noteCounterparts(before, after)]).toEqual([
    ['m', 'm'],
    ['n', 'k'],
  ])
  expect([...noteCounterparts(after, before)]).toEqual([
    ['m', 'm'],
    ['k', 'n'],
  ])
})
