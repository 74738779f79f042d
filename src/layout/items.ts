import type { Diagnostics } from '../diagnostics/index.ts'
import {
  type Form,
  type GridItem,
  joinRuns,
  type Part,
  paragraphsOf,
  plain,
  type Runs,
  runsOf,
  type StyleName,
  type Table,
  type Text,
  type TextBlock,
  type TextRole,
} from '../model/index.ts'
import { parseMarks } from '../text/marks.ts'
import { numeral } from '../text/numerals.ts'
import { attachedIn, fileNames } from './attachments.ts'
import { fieldLines, type Lines } from './fields.ts'
import { type Room, worstRoom } from './grid/edges.ts'
import { gridTable } from './grid/table.ts'

/**
 * The document in reading order: what each part prints, from the form's title to the last instruction; and what the
 * columns of all tables have room for.
 */
export function documentItems(lines: Lines, report: Diagnostics): { items: GridItem[]; room: Room } {
  const items = new Items(lines, report)
  return { items: items.all(), room: items.room }
}

class Items {
  readonly #lines: Lines
  readonly #report: Diagnostics
  readonly #items: GridItem[] = []
  #newPage = false
  room: Room = 'whole'

  constructor(lines: Lines, report: Diagnostics) {
    this.#lines = lines
    this.#report = report
  }

  get #form(): Form {
    return this.#lines.form
  }

  all(): GridItem[] {
    const { parts } = this.#form.definition
    this.#formTitle(parts[0]?.tables.some(({ as }) => as === 'cover') ?? false)
    for (const [n, part] of parts.entries()) {
      this.#newPage = n > 0 && part.newPage
      this.#part(part)
    }
    return this.#items
  }

  #add(block: Omit<TextBlock, 'kind' | 'newPage' | 'keepWithNext'> & { keepWithNext?: boolean }): void {
    this.#items.push({ kind: 'text', keepWithNext: false, ...block, newPage: this.#newPage })
    this.#newPage = false
  }

  #formTitle(cover: boolean): void {
    const { title, subtitle, mark } = this.#form.definition
    const add = (id: TextRole, style: TextBlock['style'], text: Text | undefined) => {
      const heading = id === 'title' ? { level: 1 as const } : {}
      if (text) this.#add({ id, role: id, style, content: runsOf(this.#form, text), keepWithNext: true, ...heading })
    }
    add('mark', 'mark', mark)
    add('title', cover ? 'coverTitle' : 'title', title)
    add('subtitle', 'subtitle', subtitle)
  }

  /** A title with its number before it. */
  #numbered(path: string, text: Text): Runs {
    const number = this.#form.numbers.get(path)
    const title = runsOf(this.#form, text)
    return number === undefined ? title : joinRuns([{ text: number + this.#lines.words.numberSpace }, ...title])
  }

  #part(part: Part): void {
    const { title, path, tables } = part
    if (title) {
      const content = this.#numbered(path, title)
      this.#add({ id: `${path}:title`, role: 'heading', style: 'heading', content, level: 1, keepWithNext: true })
    }
    for (const table of tables) this.#table(table, part)
    const remarks = [...this.#notes(part), ...this.#instructions(part), ...this.#attachments(part)]
    // Notes and instructions are read together: they stay on one page as far as they fit.
    for (const [n, remark] of remarks.entries()) this.#add({ ...remark, keepWithNext: n < remarks.length - 1 })
  }

  #table(table: Table, part: Part): void {
    const { form, words } = this.#lines
    this.#newPage ||= table.newPage
    if (table.title) {
      const content = this.#numbered(table.path, table.title)
      this.#add({
        id: `${table.path}:title`,
        role: 'tableTitle',
        style: 'tableTitle',
        content,
        level: 2,
        keepWithNext: true,
      })
    }
    const { content } = table
    if (table.as !== 'grid' && content.kind === 'text') {
      for (const [n, runs] of paragraphsOf(runsOf(form, content.text)).entries())
        this.#add({ id: n === 0 ? table.path : `${table.path}:${n + 1}`, role: 'text', style: 'text', content: runs })
      return
    }
    if (table.as !== 'grid' && content.kind === 'fields') {
      this.#items.push(...fieldLines(this.#lines, content, table, this.#newPage))
      this.#newPage = false
      return
    }
    const unit = content.kind === 'block' && content.unitAt === 'caption' ? content.unit : undefined
    const caption = table.caption
      ? runsOf(form, table.caption)
      : unit
        ? joinRuns([{ text: words.unitCaption }, ...parseMarks(unit.symbol)])
        : undefined
    if (caption)
      this.#add({
        id: `${table.path}:caption`,
        role: 'caption',
        style: 'caption',
        content: caption,
        keepWithNext: true,
      })
    this.#grid(table, part, caption)
  }

  /**
   * What stands again above a table on each page where it goes on, in the looks that it has above the table, because
   * Excel repeats it as it is; nothing of what it does not have. Only where all is filled in: in a blank Word breaks the
   * pages, and it repeats no more than header rows.
   */
  #continued(path: string, named: TableTitle | undefined, caption: Runs | undefined): TextBlock[] | undefined {
    const { form, filled } = this.#lines
    const { titles } = form.definition.continued
    if (titles === undefined || filled.kind === 'blank') return undefined
    const block = (role: 'tableTitle' | 'caption', style: StyleName, content: Runs): TextBlock => ({
      kind: 'text',
      id: `${path}:${role}`,
      role,
      style,
      content,
      newPage: false,
      keepWithNext: true,
    })
    const again: TextBlock[] = []
    if (named !== undefined) {
      const [before = '', after = ''] = titles.split('…')
      const unmarked = named.title.filter(({ note }) => note === undefined)
      again.push(block('tableTitle', named.style, joinRuns([{ text: before }, ...unmarked, { text: after }])))
    }
    if (caption !== undefined) again.push(block('caption', 'caption', caption))
    return again.length > 0 ? again : undefined
  }

  #grid(table: Table, part: Part, caption: Runs | undefined): void {
    const { form, width, styles } = this.#lines
    const named = this.#titleOf(table, part)
    const { title = this.#numbered(part.path, form.definition.title) } = named ?? {}
    // A table cannot say that it starts a page, nor keep away from the one before: an untitled one that must stands
    // under an empty line of its own.
    if (this.#newPage || this.#items.at(-1)?.kind === 'table')
      this.#add({ id: `${table.path}:start`, role: 'text', style: 'text', content: [], keepWithNext: true })
    const { grid, room } = gridTable(this.#lines, table, plain(title), width, styles, this.#report)
    this.room = worstRoom([this.room, room])
    const continued = this.#continued(table.path, named, caption)
    this.#items.push(continued === undefined ? grid : { ...grid, continued })
  }

  /** The title that names a table: its own, its part's, or the form's where nothing but that stands over it. */
  #titleOf(table: Table, part: Part): TableTitle | undefined {
    if (table.title) return { title: this.#numbered(table.path, table.title), style: 'tableTitle' }
    if (part.title) return { title: this.#numbered(part.path, part.title), style: 'heading' }
    const begins = (item: GridItem) =>
      item.kind === 'table' || item.newPage || (item.kind === 'text' && item.level !== undefined && item.id !== 'title')
    if (this.#newPage || this.#items.some(begins)) return undefined
    return { title: this.#numbered(part.path, this.#form.definition.title), style: 'tableTitle' }
  }

  #notes({ id }: Part): Remark[] {
    const { form, words } = this.#lines
    return (form.notes.get(id) ?? []).map((note, n) => {
      const prefix = n === 0 ? words.notes : ''
      const content = joinRuns([{ text: prefix + note.mark + words.markSpace }, ...note.content])
      const style = n === 0 ? 'noteFirst' : 'note'
      return { id: `${id}.notes.${note.id.slice(id.length + 1)}`, role: 'note', style, content, note: note.id }
    })
  }

  /** The files that came with the return, by what they belong to: 附件：1. 关于…的通知（files/15.pdf）. */
  #attachments({ path, tables }: Part): Remark[] {
    const { filled, words } = this.#lines
    const attached = tables.flatMap(({ content, path: at }) => attachedIn(filled, content, at))
    const names = fileNames(attached.map(({ file }) => file))
    return attached.map(({ title }, n) => {
      const said = `${n + 1}. ${title}${words.brackets[0]}${names[n]}${words.brackets[1]}`
      const text = n === 0 ? words.attachments + said : said
      const style = n === 0 ? 'attachmentFirst' : 'attachment'
      return { id: `${path}.attachments:${n + 1}`, role: 'instruction', style, content: [{ text }] }
    })
  }

  #instructions({ path, instructions }: Part): Remark[] {
    const { form, words } = this.#lines
    return instructions.map((text, n) => {
      const prefix =
        (n === 0 ? words.instructions : '') + numeral(form.definition.numbering.instructions, n + 1) + words.markSpace
      const content = joinRuns([{ text: prefix }, ...runsOf(form, text)])
      const style = n === 0 ? 'instructionFirst' : 'instruction'
      return { id: `${path}.instructions.${text.id}`, role: 'instruction', style, content }
    })
  }
}

/** A title, and how it is set above a table that goes on. */
interface TableTitle {
  readonly title: Runs
  readonly style: 'heading' | 'tableTitle'
}

type Remark = Omit<TextBlock, 'kind' | 'newPage' | 'keepWithNext'>
