import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import type { Pipeline } from '../../src/cli/io.ts'
import { OutputError } from '../../src/cli/outputs.ts'
import { picture } from '../../src/report/index.ts'
import { sampleDocument } from '../support/sample.ts'
import { fakeFiles, fakePipeline, ran } from './fake-io.ts'

const zh = { env: { LANG: 'zh_CN.UTF-8' } }
const path = (name: string) => resolve('/forms', name)

describe('biaoshi list', () => {
  it('prints a form a line, with its editions and title', async () => {
    const { out, code } = await ran('list')
    expect(out).toBe(
      'audit              2020, 2024  清洁生产审核工作总结表\nhighway-condition  2013        公路技术状况\n',
    )
    expect(code).toBe(0)
  })

  it('looks where --definitions says, from the working directory', async () => {
    const seen: string[] = []
    const fake = {
      listForms: (_: unknown, dir: string) => {
        seen.push(dir)
        return []
      },
    }
    const { out } = await ran('list --definitions mine', { fake })
    await ran('list', { fake })
    expect(seen).toEqual([path('mine'), '/shipped/definitions'])
    expect(out).toBe('There are no forms.\n')
  })
})

describe('biaoshi list, of definitions side by side in one folder', () => {
  it('says how such a file is named', async () => {
    const files = fakeFiles({ [path('mine/b.yaml')]: '', [path('mine/a.yaml')]: '' })
    const { out, code } = await ran('list --definitions mine', { files, fake: { listForms: () => [] } })
    expect(code).toBe(0)
    expect(out).toContain('There are no forms.\n')
    expect(out).toContain('biaoshi blank mine/a.yaml')
  })
})

describe('biaoshi blank', () => {
  it('writes DIR/FORM-YEAR-blank in every format and says what it wrote', async () => {
    const { code, out, published } = await ran('blank audit --year 2021 --out blanks')
    expect(code).toBe(0)
    expect(published.map((output) => output.path)).toEqual(
      ['docx', 'xlsx', 'pdf'].map((format) => path(`blanks/audit-2021-blank.${format}`)),
    )
    expect(out).toContain('blanks/audit-2021-blank.docx  5 pages  1 KB\n')
    expect(out).toMatch(/\n3 files written\.\n$/)
  })

  it('takes the latest year, all formats and out/ where nothing is said', async () => {
    expect((await ran('blank audit')).published.map((output) => output.path)).toEqual(
      ['docx', 'xlsx', 'pdf'].map((format) => path(`out/audit-2024-blank.${format}`)),
    )
  })

  it('writes only the formats asked for, each once', async () => {
    const { published } = await ran('blank audit --format PDF,docx,pdf')
    expect(published.map((output) => output.path)).toEqual([
      path('out/audit-2024-blank.docx'),
      path('out/audit-2024-blank.pdf'),
    ])
  })

  it('tells all wrong options at once and writes nothing', async () => {
    const { code, err, published } = await ran('blank audit --year twenty --format odt')
    expect(err).toContain('the option --year cannot be "twenty"')
    expect(err).toContain('the option --format cannot be "odt"')
    expect(err).toContain('docx, xlsx, pdf')
    expect({ code, published }).toEqual({ code: 2, published: [] })
  })

  it('shows what is wrong in a definition, in the language of the user, and writes nothing', async () => {
    const { code, err, out, published } = await ran('blank broken', zh)
    expect(err).toContain('definitions/a.yaml:1:1: 错误[missing-key]：缺少 “title”')
    expect(err).toMatch(/\n1 个错误\n$/)
    expect({ code, out, published }).toEqual({ code: 2, out: '', published: [] })
  })

  it('goes on after a warning', async () => {
    const { code, err, published } = await ran('blank doubtful')
    expect(err).toContain('warning[literal-year]')
    expect({ code, written: published.length }).toEqual({ code: 0, written: 3 })
  })

  it('takes the path of a definition file from the working directory, and an id as it is', async () => {
    const asked: string[] = []
    const makeBlank: Pipeline['makeBlank'] = (request) => {
      asked.push(request.form)
      return fakePipeline.makeBlank(request)
    }
    for (const form of ['audit', './mine/2020.yaml', '2020.yml']) await ran(`blank ${form}`, { fake: { makeBlank } })
    expect(asked).toEqual(['audit', path('mine/2020.yaml'), path('2020.yml')])
  })

  it('says which file could not be written and why', async () => {
    const publish = () => {
      throw new OutputError('/forms/out/a.docx', Object.assign(new Error(), { code: 'EBUSY' }))
    }
    const { code, err } = await ran('blank audit', { publish, ...zh })
    expect(err).toContain('写不了 /forms/out/a.docx：文件正被占用')
    expect(code).toBe(2)
  })
})

describe('biaoshi make', () => {
  it('writes the blanks of all forms in all formats', async () => {
    const { published, out } = await ran('make')
    expect(published.map((output) => output.path)).toContain(path('out/highway-condition-2024-blank.xlsx'))
    expect(published).toHaveLength(6)
    expect(out).toContain('6 files written.')
  })

  it('tells what is wrong in all forms, and writes none', async () => {
    const listForms = () => ['audit', 'broken'].map((form) => ({ form, editions: [2020], title: '' }))
    const { code, err, published } = await ran('make', { fake: { listForms } })
    expect(err).toContain('error[missing-key]')
    expect({ code, published }).toEqual({ code: 2, published: [] })
  })
})

describe('biaoshi show', () => {
  it('prints the picture of the form', async () => {
    expect((await ran('show audit')).out).toBe(picture(sampleDocument()))
  })
})

describe('biaoshi schema', () => {
  it('prints the JSON Schema, or writes it to a file', async () => {
    expect(JSON.parse((await ran('schema')).out)).toEqual({ type: 'object' })
    const { out, published } = await ran('schema --out a/schema.json')
    expect(published[0]?.path).toBe(path('a/schema.json'))
    expect(new TextDecoder().decode(published[0]?.bytes)).toBe('{\n  "type": "object"\n}\n')
    expect(out).toBe('1 file written.\n')
  })
})

describe('help', () => {
  it.each([
    ['en', { env: { LANG: 'en_US' } }],
    ['zh', zh],
  ])('in %s names the commands, gives examples and the exit codes', async (locale, io) => {
    const { code, out, loaded } = await ran('--help', io)
    expect({ code, loaded }).toEqual({ code: 0, loaded: false })
    for (const command of ['list', 'blank', 'show', 'schema']) expect(out).toMatch(new RegExp(`^ +${command}\\b`, 'm'))
    expect(out).toContain('biaoshi blank cleaner-production-audit --year 2021')
    expect(out).toMatch(locale === 'zh' ? /退出码：0 .*1 .*2 / : /Exit codes: 0 .*1 .*2 /)
    await expect(out).toMatchFileSnapshot(`golden/help-${locale}.txt`)
  })

  it('of a command says what it takes, in the language asked for', async () => {
    const { out } = await ran('blank --help --lang zh')
    expect(out).toContain('用法: biaoshi blank FORM [选项]')
    expect(out).toContain('写出 <文件夹>/<表式>-<年度>-blank.docx')
    expect(out).toContain('--lang')
    expect(out).not.toMatch(/Usage|Options|display/)
  })

  it('of a command that does not exist says so, with the nearest', async () => {
    const { code, out, err } = await ran('help blnak')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe("error: unknown command 'blnak'\n(Did you mean blank?)\n")
    expect((await ran('help nonsense', zh)).err).toBe('错误：不认识命令 nonsense\n')
    expect((await ran('help blank')).out).toBe((await ran('blank --help')).out)
    expect((await ran('help')).out).toBe((await ran('--help')).out)
  })

  it('leaves no English in Chinese help', async () => {
    expect((await ran('--help', zh)).out).not.toMatch(/Usage|Options|Commands|\bdisplay\b/)
  })

  it('comes to standard error with exit code 2 where no command is given', async () => {
    const { code, err, out } = await ran('')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: biaoshi')
  })

  it('the version needs no pipeline', async () => {
    const { code, out, loaded } = await ran('--version')
    expect({ code, out, loaded }).toEqual({ code: 0, out: '1.2.3\n', loaded: false })
  })
})

describe('wrong use', () => {
  it.each([
    [
      'blnk audit',
      "error: unknown command 'blnk'\n(Did you mean blank?)",
      '错误：不认识命令 blnk\n（是否想写 blank？）',
    ],
    [
      'blank audit --yaer 2020',
      "error: unknown option '--yaer'\n(Did you mean --year?)",
      '错误：不认识选项 --yaer\n（是否想写 --year？）',
    ],
    ['blank', "error: missing required argument 'FORM'", '错误：缺少参数 FORM'],
    ['blank audit --out', "error: option '--out <dir>' argument missing", '错误：选项 --out <dir> 缺少值'],
    [
      'show audit other',
      "error: too many arguments for 'show'. Expected 1 argument but got 2.",
      '错误：参数过多：应为 1 个，而这里有 2 个',
    ],
  ])('%s is told in both languages, with exit code 2', async (line, english, chinese) => {
    expect(await ran(line)).toMatchObject({ code: 2, err: `${english}\n`, out: '', loaded: false })
    expect(await ran(line, zh)).toMatchObject({ code: 2, err: `${chinese}\n` })
  })

  it('refuses a language that has no texts', async () => {
    const { code, err } = await ran('list --lang fr')
    expect(err).toContain('the option --lang cannot be "fr"')
    expect(code).toBe(2)
  })
})

describe('a fault of the program', () => {
  const fake = {
    listForms: () => {
      throw new Error('no such thing')
    },
  }

  it('is one line of apology with the message', async () => {
    expect(await ran('list', { fake })).toMatchObject({
      code: 2,
      out: '',
      err: 'Sorry, biaoshi failed: no such thing (BIAOSHI_DEBUG=1 shows where)\n',
    })
    expect((await ran('list', { fake, ...zh })).err).toMatch(/^抱歉.*no such thing.*\n$/)
  })

  it('shows where only if asked', async () => {
    expect((await ran('list', { fake, env: { BIAOSHI_DEBUG: '1' } })).err).toContain('at ')
  })

  it('is not what an unreadable folder is', async () => {
    const listForms = () => {
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/nowhere' })
    }
    const { err } = await ran('list', { fake: { listForms } })
    expect(err).toContain('cannot read /nowhere: there is no such file or folder')
  })

  it('is not what a wrong --definitions is', async () => {
    const { code, err } = await ran('list --definitions nowhere', { files: diskFiles })
    expect(err).toContain(`cannot read ${path('nowhere')}: there is no such file or folder`)
    expect(code).toBe(2)
  })
})
