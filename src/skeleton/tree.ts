import type { Content, Field, Form, Part, Placed, Table } from '../model/index.ts'
import { runsOf } from '../model/index.ts'
import type { Asked } from './asked.ts'
import { askedBlock, askedEntry } from './columns.ts'

/** The keys below `values`, part by part; a part that asks nothing is left out. */
export function askedTree(form: Form): Asked[] {
  return form.definition.parts.flatMap((part) => askedPart(form, part))
}

function askedPart(form: Form, part: Part): Asked[] {
  const title = titleOf(form, part.path, part.title)
  const [only] = part.tables
  if (only && part.tables.length === 1 && only.path === part.path) {
    const asked = askedContent(form, only.content, { id: part.id, path: part.path, label: title }, false)
    return asked ? [asked] : []
  }
  const children = part.tables.flatMap((table) => askedTable(form, table))
  return children.length > 0 ? [{ kind: 'map', id: part.id, label: title, children }] : []
}

function askedTable(form: Form, { id, path, title, content }: Table): Asked[] {
  const asked = askedContent(form, content, { id, path, label: titleOf(form, path, title) }, false)
  return asked ? [asked] : []
}

/** 表2-1 and the title. */
function titleOf(form: Form, path: string, title: Part['title']) {
  const number = form.numbers.get(path)
  const runs = title ? runsOf(form, title) : []
  return number === undefined ? runs : [{ text: runs.length > 0 ? `${number} ` : number }, ...runs]
}

interface Named {
  readonly id: string
  readonly path: string
  readonly label: Asked['label']
}

/** `sectioned`: among sections, where texts may be long. */
function askedContent(form: Form, content: Content, { id, path, label }: Named, sectioned: boolean): Asked | undefined {
  switch (content.kind) {
    case 'text':
      return undefined
    case 'entry': {
      const { ask } = content
      return askedEntry(form, ask, ask.value, id, label, sectioned || (ask.lines ?? 1) > 1)[0]
    }
    case 'block':
      return kept(askedBlock(form, content, id, path, label))
    case 'stack': {
      const children = content.children.flatMap((child) => askedPlaced(form, child, true))
      return kept({ kind: 'map', id, label, children })
    }
    case 'fields': {
      const children = content.fields.flatMap((field) => askedField(form, field, sectioned))
      return kept({ kind: 'map', id, label, children })
    }
  }
}

function kept(asked: Asked): Asked | undefined {
  if (asked.kind === 'map') return asked.children.length > 0 ? asked : undefined
  if (asked.kind === 'block') return asked.columns.length > 0 ? asked : undefined
  return asked
}

function askedPlaced(form: Form, node: Placed, sectioned: boolean): Asked[] {
  // The unit is said with the type, so the label of a place to write stands without it.
  const bare = node.content.kind === 'entry' && node.unit && node.label ? form.texts.get(node.label) : undefined
  const asked = askedContent(
    form,
    node.content,
    { ...node, label: bare ?? form.labels.get(node.path) ?? [] },
    sectioned,
  )
  return asked ? [asked] : []
}

function askedField(form: Form, field: Field, sectioned: boolean): Asked[] {
  if (!field.more) return askedPlaced(form, field, sectioned)
  return [{ kind: 'lines', id: field.id, label: form.labels.get(field.path) ?? [], remark: runsOf(form, field.more) }]
}
