import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '../src/diagnostics/index.ts'
import { diskIo, type Said } from './support/disk-io.ts'
import { codeBlocks, filesOf, renewed } from './support/readme.ts'

// A person types what the READMEs say, in their order, in a folder that has the shipped definitions.
// `npx vitest run test/readme.test.ts -u` writes anew what the commands answer.
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const readmes: { name: string; locale: Locale }[] = [
  { name: 'README.md', locale: 'en' },
  { name: 'README.zh-CN.md', locale: 'zh' },
]
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  files: string[]
  version: string
}

let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'biaoshi-readme-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A folder of one test, with the definitions that a checkout has. */
function folder(name: string): string {
  const dir = join(scratch, name)
  mkdirSync(dir)
  cpSync(join(root, 'definitions'), join(dir, 'definitions'), { recursive: true })
  return dir
}

describe.each(readmes)('$name', ({ name, locale }) => {
  const readme = read(name)

  it('shows files that work and commands that answer as it says', async () => {
    const dir = folder(name)
    const typed: { command: string; said: Said }[] = []
    const answer = async (command: string): Promise<string> => {
      const said = await diskIo(root, dir, locale).type(command)
      typed.push({ command, said })
      return said.text
    }
    const found = await renewed(readme, answer, (file, text) => {
      mkdirSync(dirname(join(dir, file)), { recursive: true })
      writeFileSync(join(dir, file), text)
    })
    expect(typed.length).toBeGreaterThan(10)
    for (const { command, said } of typed)
      expect(said.code, `${command}\n${said.text}`).toBe(codeOf(command, said.text))
    await expect(found).toMatchFileSnapshot(join(root, name))
  })

  it('names only npm commands that there are', () => {
    const named = [...readme.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, command]) => command as string)
    const own = ['ci', 'pack', 'install', 'link', ...Object.keys(manifest.scripts)]
    expect(named).toEqual(expect.arrayContaining(['ci', 'start', 'test', 'pages']))
    expect(named.filter((command) => !own.includes(command))).toEqual([])
  })

  it('links to what is there, and to headings that it has', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to as string)
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchor(title as string))
    const broken = links.filter((to) =>
      to.startsWith('#') ? !headings.includes(to.slice(1)) : !existsSync(join(root, to)),
    )
    expect(broken).toEqual([])
  })

  it('has pictures that load at once', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)].map(([, path]) => path as string)
    expect(pictures.length).toBeGreaterThan(1)
    for (const path of pictures) expect(statSync(join(root, path)).size, path).toBeLessThan(120 * 1024)
  })
})

it('the examples of the library compile', () => {
  expect(typeErrors(readmes.map(({ name }) => exampleOf(read(name)).text))).toEqual([])
})

it.each(readmes)('the example of the library in $name makes a report', async ({ name }) => {
  const { file, text } = exampleOf(read(name))
  const module = join(scratch, `${name}-${file}`)
  writeFileSync(module, text.replace("'biaoshi'", JSON.stringify(join(root, 'src/index.ts'))))
  const { reportOf } = (await import(pathToFileURL(module).href)) as {
    reportOf(definitions: string, data: string): Promise<Uint8Array>
  }
  const definitions = join(root, 'definitions')
  const pdf = await reportOf(definitions, join(definitions, 'highway-condition/examples/2013.yaml'))
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
})

const formats = ['.docx', '.pdf', '.xlsx']

it('npm start makes what the READMEs say it does', async () => {
  expect(manifest.scripts.start).toBe('node dist/cli.js make')
  const dir = folder('start')
  const { code } = await diskIo(root, dir, 'en').type('biaoshi make')
  expect(code).toBe(0)
  const made = readdirSync(join(dir, 'out'))
  const bases = [...new Set(made.map((name) => name.replace(/\.\w+$/, '')))].sort()
  const of = (base: string) => made.filter((name) => name.startsWith(`${base}.`)).map((name) => name.slice(base.length))
  for (const base of bases) expect(of(base).sort()).toEqual(base.endsWith('-diff') ? ['.docx', '.html'] : formats)
  for (const { name } of readmes) expect(startOf(read(name)), name).toEqual(bases)
})

it('both READMEs say the same: the same sections, tables, code and links', () => {
  const [english, chinese] = readmes.map(({ name }) => shapeOf(read(name)))
  expect(chinese).toEqual(english)
})

it('the package holds what the READMEs speak of', () => {
  expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'definitions', '.github/pages', 'CHANGELOG.md']))
  expect(read('LICENSE')).toContain('MIT License')
  expect(read('CHANGELOG.md')).toContain(`## [${manifest.version}]`)
})

/** The documents that the table of the first section names. */
const startOf = (readme: string): string[] =>
  [...(readme.split(/^## /m)[1] ?? '').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, base]) => base as string).sort()

/** The exit code that goes with what was said; a gate fails where the comparison has such a change. */
function codeOf(command: string, text: string): number {
  if (/(?:^|: )(error|错误)\[/m.test(text)) return 2
  if (command.includes('--fail-on breaks-data') && /^(breaks data|旧数据不再适用) \d/m.test(text)) return 1
  return /: (finding|核对)\[/.test(text) ? 1 : 0
}

/** The anchor that GitHub gives a heading. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

/** What a README is built of, whatever language it is in. */
function shapeOf(readme: string): unknown {
  const prose = readme.replace(/^```[\s\S]*?^```$/gm, '')
  const cells = (line: string): number => line.replace(/\\\||`[^`]*`/g, '').split('|').length
  return {
    headings: [...prose.matchAll(/^#+(?= )/gm)].map(([level]) => level),
    tables: [...prose.matchAll(/^\|.*$/gm)].map(([line]) => cells(line)),
    points: [...prose.matchAll(/^- /gm)].length,
    paths: [...prose.matchAll(/\]\(([^#)][^)]*)\)/g)].map(([, to]) => (to as string).replace('.zh-CN', '')).sort(),
    code: codeBlocks(readme).map(({ language, text }) =>
      language === 'sh' ? [language, ...text.split('\n').map((line) => line.replace(/\s*#.*/, ''))] : language,
    ),
  }
}

/** The module that a README gives. */
function exampleOf(readme: string): { file: string; text: string } {
  const [[file, text] = ['', '']] = filesOf(readme).filter(([path]) => path.endsWith('.ts'))
  return { file, text }
}

/** What the compiler says of modules that import `biaoshi`. */
function typeErrors(modules: readonly string[]): string[] {
  const texts = new Map(modules.map((text, at) => [join(root, `readme-example-${at}.ts`), text]))
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const settings = { ...options, paths: { biaoshi: [join(root, 'src/index.ts')] } }
  const host = ts.createCompilerHost(settings)
  const { getSourceFile, fileExists } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path)
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target)
  }
  const program = ts.createProgram([...texts.keys()], settings, host)
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  })
}
