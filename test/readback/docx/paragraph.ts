import type { MarkedRun } from '../outline.ts'
import { attribute, child, childrenOf, isOn, type Node, nameOf, textOf } from './xml.ts'

export interface Bookmark {
  name: string
  runs: MarkedRun[]
}

export interface ReadParagraph {
  runs: MarkedRun[]
  bookmarks: Bookmark[]
}

/** The runs of a paragraph, and again by the bookmarks around them. @throws Error for a bookmark that is left open */
export function readParagraph(node: Node): ReadParagraph {
  const runs: MarkedRun[] = []
  const bookmarks: Bookmark[] = []
  const open = new Map<string, Bookmark>()
  for (const each of childrenOf(node)) {
    const id = attribute(each, 'w:id') ?? ''
    switch (nameOf(each)) {
      case 'w:bookmarkStart': {
        const bookmark = { name: attribute(each, 'w:name') ?? '', runs: [] }
        if (bookmark.name.length > 40) throw new Error(`the bookmark ${bookmark.name} has more than 40 characters`)
        bookmarks.push(bookmark)
        open.set(id, bookmark)
        break
      }
      case 'w:bookmarkEnd':
        if (!open.delete(id)) throw new Error(`bookmark ${id} ends and has not begun`)
        break
      case 'w:r':
        for (const run of readRun(each)) {
          runs.push(run)
          for (const bookmark of open.values()) bookmark.runs.push(run)
        }
        break
      case 'w:pPr':
        break
      default:
        throw new Error(`unexpected ${nameOf(each)} in a paragraph`)
    }
  }
  if (open.size > 0) throw new Error(`a bookmark goes beyond its paragraph: ${[...open.values()][0]?.name}`)
  return { runs, bookmarks }
}

function readRun(node: Node): MarkedRun[] {
  const properties = child(node, 'w:rPr')
  const align = attribute(child(properties, 'w:vertAlign'), 'w:val')
  const mark = align === 'superscript' ? 'sup' : align === 'subscript' ? 'sub' : undefined
  const text = childrenOf(node)
    .map((each) => (nameOf(each) === 'w:t' ? textOf(each) : nameOf(each) === 'w:br' ? '\n' : ''))
    .join('')
  if (text === '') return []
  return [{ text, ...(mark ? { mark } : {}), ...(isOn(child(properties, 'w:b')) ? { strong: true } : {}) }]
}
