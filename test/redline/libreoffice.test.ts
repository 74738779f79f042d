import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparedGrids } from '../../src/comparison.ts'
import type { GridDocument } from '../../src/model/index.ts'
import { redline } from '../../src/redline/index.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { attribute, child, children, childrenOf, type Node, nameOf, parseXml, textOf } from '../readback/docx/xml.ts'
import { fonts } from '../support/forms.ts'
import { libreOffice } from '../support/libreoffice.ts'
import { editionPairs, said } from './support/editions.ts'

const soffice = libreOffice()

it.runIf(soffice === undefined)('LibreOffice is not installed: what it makes of a redline was not tried', () => {
  expect(soffice).toBeUndefined()
})

const folder = mkdtempSync(join(tmpdir(), 'biaoshi-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub DecideAll(jobs As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each job In Split(jobs, "|")
    parts = Split(job, "*")
    document = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, hidden())
    If parts(2) &lt;&gt; "" Then helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; parts(2), "", 0, Array())
    document.storeToURL(ConvertToURL(parts(1)), filter())
    document.close(True)
  Next
End Sub
</script:module>
`
const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`

type Command = '' | 'AcceptAllTrackedChanges' | 'RejectAllTrackedChanges'

interface Job {
  readonly source: string
  readonly target: string
  readonly command: Command
}

/** Has LibreOffice open each file, decide on its revisions and save it again. */
function throughOffice(jobs: readonly Job[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const start = (...args: string[]) =>
    execFileSync(soffice as string, [profile, '--headless', '--norestore', ...args], {
      stdio: 'ignore',
      timeout: 300_000,
    })
  // The first start makes the profile; a macro that stood there before would be lost.
  start('--terminate_after_init')
  const standard = join(folder, 'profile/user/basic/Standard')
  mkdirSync(standard, { recursive: true })
  writeFileSync(join(standard, 'Module1.xba'), macro)
  writeFileSync(join(standard, 'script.xlb'), library)
  const list = jobs.map(({ source, target, command }) => `${source}*${target}*${command}`).join('|')
  start(`macro:///Standard.Module1.DecideAll("${list}")`)
}

/** What a saved file says, in lines to compare: paragraphs, and rows by their cells. */
function linesIn(file: string): string[] {
  const xml = parseXml(unzipSync(readFileSync(file))['word/document.xml'] as Uint8Array)
  const root = xml.find((node) => !nameOf(node).startsWith('?'))
  return linesOf(childrenOf(child(root, 'w:body')))
}

const linesOf = (nodes: Node[]): string[] =>
  nodes.flatMap((node) => {
    if (nameOf(node) === 'w:tbl')
      return children(node, 'w:tr').map((row) => children(row, 'w:tc').map(cell).join(' | '))
    const text = nameOf(node) === 'w:p' ? wordsOf(node) : ''
    return text === '' ? [] : [text]
  })

const cell = (tc: Node): string => {
  const span = attribute(child(child(tc, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? '1'
  return `${span}× ${children(tc, 'w:p').map(wordsOf).join(' / ')}`
}

/** LibreOffice keeps a zero-width joiner in a revised row without words. */
const wordsOf = (node: Node): string =>
  nameOf(node) === 'w:t'
    ? textOf(node).replaceAll('\u200d', '')
    : childrenOf(node)
        .map((each) => (typeof each === 'object' ? wordsOf(each) : ''))
        .join('')

/** Spaces that bring words to their place and empty paragraphs are those of the new blank, whatever is rejected. */
const unset = (line: string): string =>
  line
    .split(' | ')
    .map((cell) => {
      const [, span = '', text = ''] = /^(\d+× )?(.*)$/s.exec(cell) ?? []
      const paragraphs = text.split(' / ').map((words) => words.replace(/^\u3000+/, ''))
      return span + paragraphs.filter((words) => words !== '').join(' / ')
    })
    .join(' | ')

/** A blank in one flow, as a redline is: a label that a page break cuts stands in one cell. */
const uncut = (document: GridDocument) => renderDocx(redline(document, document))

describe.runIf(soffice !== undefined)('LibreOffice', () => {
  beforeAll(async () => {
    const jobs: Job[] = []
    for (const [n, pair] of editionPairs.entries()) {
      const { grids, ...outcome } = comparedGrids({ ...pair, fonts })
      if (!grids) throw new Error(said(outcome))
      const add = async (name: string, bytes: Promise<Uint8Array>, commands: readonly Command[]) => {
        const source = join(folder, `${n}-${name}.docx`)
        writeFileSync(source, await bytes)
        for (const command of commands)
          jobs.push({ source, target: join(folder, `${n}-${name}${command}-saved.docx`), command })
      }
      await add('new', uncut(grids.new), [''])
      await add('old', uncut(grids.old), [''])
      const all = ['AcceptAllTrackedChanges', 'RejectAllTrackedChanges'] as const
      await add('redline', renderDocx(redline(grids.old, grids.new, grids.counterparts)), all)
    }
    throughOffice(jobs)
  }, 600_000)

  const saved = (n: number, name: string) => linesIn(join(folder, `${n}-${name}-saved.docx`))

  it.each(editionPairs.map(({ name }, n) => ({ name, n })))('accepts all as the new blank: $name', ({ n }) => {
    expect(saved(n, 'redlineAcceptAllTrackedChanges')).toEqual(saved(n, 'new'))
  })

  it.each(editionPairs.map(({ name }, n) => ({ name, n })))('rejects all as the old blank: $name', ({ n }) => {
    expect(saved(n, 'redlineRejectAllTrackedChanges').map(unset)).toEqual(saved(n, 'old').map(unset))
  })
})
