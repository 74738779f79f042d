import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const stages = [
  'define',
  'resolve',
  'bind',
  'check',
  'layout',
  'render',
  'read',
  'diff',
  'redline',
  'migrate',
  'new-edition',
  'new-form',
  'report',
  'skeleton',
]
const rooms = ['model', 'diagnostics', 'text', 'fonts', 'package', 'yaml']
/** The rooms that a room may see beside itself. */
const seenBy: Record<string, readonly string[]> = {
  // Only for the type of a place in a source, which every node of a definition carries.
  model: ['diagnostics'],
  diagnostics: [],
  text: ['model', 'diagnostics'],
  fonts: ['model', 'diagnostics', 'text'],
  package: ['model', 'diagnostics', 'text'],
  // Definitions and data are read alike: YAML with the place of each node.
  yaml: ['diagnostics', 'text'],
}
/** The modules that see several stages. */
const tops = ['pipeline.ts', 'defined-once.ts', 'comparison.ts', 'migration.ts', 'editions.ts', 'index.ts', 'cli']

interface Import {
  /** `node:fs`, `zod`, or a path from the top: `src/model/index.ts`. */
  readonly of: string
  readonly typeOnly: boolean
}
interface Module {
  /** From the top, with `/`: `src/model/grid.ts`. */
  readonly path: string
  readonly source: ts.SourceFile
  readonly imports: readonly Import[]
}

function modulesUnder(dir: string): Module[] {
  return readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mts|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map(parse)
}

function parse(path: string): Module {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const { text } = specifier
    imports.push({ of: text.startsWith('.') ? posix.join(posix.dirname(path), text) : text, typeOnly })
  }
  each(source, (node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
  })
  return { path, source, imports }
}

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** `src/render/pdf/text.ts` → render; `src/pipeline.ts` → pipeline.ts; undefined for what is not ours. */
const roomOf = (path: string): string | undefined => (path.startsWith('src/') ? path.split('/')[1] : undefined)

const modules = modulesUnder('src')
const broken = (rule: (module: Module) => readonly string[]): string[] =>
  modules.flatMap((module) => rule(module).map((what) => `${module.path}: ${what}`))
const importsTo = (module: Module, forbidden: (room: string, of: string) => boolean): string[] =>
  module.imports.filter(({ of }) => forbidden(roomOf(of) ?? '', of)).map(({ of }) => of)

describe('the architecture', () => {
  it('has only the rooms of the design', () => {
    const known = [...stages, ...rooms, ...tops]
    expect(
      [...new Set(modules.map(({ path }) => roomOf(path)))].filter((room) => !known.includes(room as string)),
    ).toEqual([])
  })

  it('stages never import each other', () => {
    const rule = (module: Module) => {
      const own = roomOf(module.path) as string
      return stages.includes(own) ? importsTo(module, (room) => stages.includes(room) && room !== own) : []
    }
    expect(broken(rule)).toEqual([])
  })

  it('rooms below the stages import no stage, and only the rooms below them', () => {
    const rule = (module: Module) => {
      const own = roomOf(module.path) as string
      return rooms.includes(own)
        ? importsTo(module, (room) => room !== '' && room !== own && !seenBy[own]?.includes(room))
        : []
    }
    expect(broken(rule)).toEqual([])
  })

  it('the model takes nothing but types from elsewhere', () => {
    const rule = ({ path, imports }: Module) =>
      roomOf(path) === 'model'
        ? imports.filter(({ of, typeOnly }) => roomOf(of) !== 'model' && !typeOnly).map(({ of }) => of)
        : []
    expect(broken(rule)).toEqual([])
  })

  it('renderers do not import each other', () => {
    const format = (path: string) => /^src\/render\/([^/]+)\//.exec(path)?.[1]
    const rule = ({ path, imports }: Module) =>
      imports.filter(({ of }) => format(path) && format(of) && format(of) !== format(path)).map(({ of }) => of)
    expect(broken(rule)).toEqual([])
  })

  it('only the pipeline, the library’s index and the command line see the top', () => {
    const rule = (module: Module) =>
      tops.includes(roomOf(module.path) as string) ? [] : importsTo(module, (room) => tops.includes(room))
    expect(broken(rule)).toEqual([])
  })

  it('only the command line and the fonts touch the disk and begin threads, and none the network or other programs', () => {
    const rule = (module: Module) => {
      const disk = ['cli', 'fonts'].includes(roomOf(module.path) as string)
        ? []
        : ['fs', 'fs/promises', 'os', 'process', 'worker_threads']
      const never = ['http', 'https', 'http2', 'net', 'dgram', 'tls', 'dns', 'child_process', 'cluster']
      return importsTo(module, (_, of) => [...disk, ...never].some((name) => of === name || of === `node:${name}`))
    }
    expect(broken(rule)).toEqual([])
  })

  it('only the command line knows the clock, chance, the locale and the process', () => {
    const rule = (module: Module) => (roomOf(module.path) === 'cli' ? [] : impure(module.source))
    expect(broken(rule)).toEqual([])
  })

  it('no file is longer than 400 lines', () => {
    const long = modules.filter(({ source }) => source.getLineStarts().length > 401)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('readers of documents take nothing from src but types', () => {
    const rule = (module: Module) =>
      module.imports
        .filter(({ of, typeOnly }) => of.startsWith('src/') && !typeOnly)
        .map(({ of }) => `${module.path}: ${of}`)
    expect(modulesUnder('test/readback').flatMap(rule)).toEqual([])
  })

  it('sees through each kind of import', () => {
    const here = parse('test/architecture.test.ts').imports.map(({ of }) => of)
    expect(here).toContain('node:fs')
    expect(
      modules.flatMap(({ imports }) => imports).filter(({ of }) => of === 'src/model/index.ts').length,
    ).toBeGreaterThan(3)
  })
})

const bannedCalls = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])
const localeMethods = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
])

/** `new Date()` without a fixed date, `Math.random()`, `process.env`, `Intl.…`, and sorting by the machine's locale. */
function impure(source: ts.SourceFile): string[] {
  const found: string[] = []
  each(source, (node) => {
    const text = () => node.getText(source).slice(0, 40)
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') {
      const constant = node.arguments?.length && node.arguments.every((argument) => isStated(argument, source))
      if (!constant) found.push(text())
    } else if (ts.isPropertyAccessExpression(node)) {
      const object = node.expression.getText(source)
      if (bannedCalls.has(`${object}.${node.name.text}`) || object === 'process' || object === 'Intl')
        found.push(text())
      if (localeMethods.has(node.name.text)) found.push(text())
    }
  })
  return found
}

/** What needs no clock: a number (ZIP has local time, so its parts may be numbers), a text in UTC, `Date.UTC(…)`, a constant. */
function isStated(node: ts.Expression, source: ts.SourceFile): boolean {
  if (ts.isNumericLiteral(node)) return true
  if (ts.isStringLiteralLike(node)) return node.text.endsWith('Z')
  if (ts.isCallExpression(node)) return node.expression.getText(source) === 'Date.UTC'
  return source.statements.some(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.some(
        ({ name, initializer }) =>
          ts.isIdentifier(node) && name.getText(source) === node.text && initializer && isStated(initializer, source),
      ),
  )
}
