import { describe, expect, it } from 'vitest'
import { Annotations, bookmarkBase } from '../../../src/render/docx/annotations.ts'

describe('the bookmark of an id', () => {
  it('is the id with what a bookmark cannot hold as _', () => {
    expect(bookmarkBase('t1.rows.3.name')).toBe('t1_rows_3_name')
  })

  it('is a name that Word takes, with room for the suffix', () => {
    for (const id of ['1', '', '企业.数', `t.${'long.'.repeat(30)}`, 'a-b c'])
      expect(bookmarkBase(id)).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,30}$/)
  })

  it('is another for another id', () => {
    const ids = ['a.b', 'a_b', 'a-b', 'ab', `a.${'b'.repeat(40)}`, `a.${'b'.repeat(41)}`, '甲', '乙', '1', 'b1']
    expect(new Set(ids.map(bookmarkBase)).size).toBe(ids.length)
  })
})

it('bookmarks and revisions have numbers of their own, and a text without revision has none', () => {
  const marks = new Annotations()
  const xml = [
    marks.bookmark('a', 'v', marks.revised('<w:r/>', 'inserted')),
    marks.revised('<w:r/>', undefined) + marks.revisionMark(undefined),
    marks.revisionMark('deleted'),
    marks.bookmark('b', 'v', ''),
  ].join('')
  const begun = [...xml.matchAll(/<w:(bookmarkStart|ins|del) w:id="(\d+)"/g)].map(([, , id]) => id)
  expect(begun).toHaveLength(4)
  expect(new Set(begun).size).toBe(4)
  expect(xml).toContain('<w:bookmarkEnd w:id="1"/><w:r/><w:del ')
})
