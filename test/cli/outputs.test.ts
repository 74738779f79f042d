import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutputError, publish } from '../../src/cli/outputs.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'biaoshi-outputs-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const output = (name: string, text: string) => ({ path: join(dir, name), bytes: new TextEncoder().encode(text) })
const text = (name: string) => readFileSync(join(dir, name), 'utf8')

describe('publishing outputs', () => {
  it('writes all files, in folders that it makes, and leaves nothing else', () => {
    publish([output('a.docx', 'one'), output('deep/er/b.pdf', 'two')])
    expect([text('a.docx'), text('deep/er/b.pdf')]).toEqual(['one', 'two'])
    expect(readdirSync(dir)).toEqual(['a.docx', 'deep'])
    expect(readdirSync(join(dir, 'deep/er'))).toEqual(['b.pdf'])
  })

  it('replaces what stood there, by another file', () => {
    writeFileSync(join(dir, 'a.docx'), 'old')
    const before = statSync(join(dir, 'a.docx')).ino
    publish([output('a.docx', 'new')])
    expect(text('a.docx')).toBe('new')
    expect(statSync(join(dir, 'a.docx')).ino).not.toBe(before)
    expect(readdirSync(dir)).toEqual(['a.docx'])
  })

  it('leaves every target as it was if one cannot be written', () => {
    writeFileSync(join(dir, 'a.docx'), 'old')
    writeFileSync(join(dir, 'file'), '')
    const outputs = [output('a.docx', 'new'), output('b.docx', 'new'), output('file/c.docx', 'new')]
    expect(() => publish(outputs)).toThrow(OutputError)
    expect(text('a.docx')).toBe('old')
    expect(readdirSync(dir).sort()).toEqual(['a.docx', 'file'])
  })

  it('brings back what stood there if a later one cannot be put in place', () => {
    writeFileSync(join(dir, 'a.docx'), 'old')
    mkdirSync(join(dir, 'c.docx', 'full'), { recursive: true })
    const outputs = [output('a.docx', 'new'), output('b.docx', 'new'), output('c.docx', 'new')]
    expect(() => publish(outputs)).toThrow(OutputError)
    expect(text('a.docx')).toBe('old')
    expect(existsSync(join(dir, 'b.docx'))).toBe(false)
    expect(readdirSync(dir).sort()).toEqual(['a.docx', 'c.docx'])
  })

  it('names the file and what the system says', () => {
    writeFileSync(join(dir, 'file'), '')
    try {
      publish([output('file/c.docx', 'new')])
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        path: join(dir, 'file/c.docx'),
        problem: expect.stringMatching(/^(ENOTDIR|EEXIST|ENOENT)$/),
      })
    }
  })

  it.skipIf(!existsSync('/proc/self'))('ends where the system refuses to make a folder', () => {
    const path = '/proc/none/c.docx'
    expect(() => publish([{ path, bytes: new Uint8Array() }])).toThrow(OutputError)
  })

  it.skipIf(process.platform === 'win32')('does not follow a link that lies where its temporary file goes', () => {
    writeFileSync(join(dir, 'precious'), 'mine')
    symlinkSync(join(dir, 'precious'), join(dir, `.a.docx.${process.pid}.tmp`))
    publish([output('a.docx', 'new')])
    expect([text('precious'), text('a.docx')]).toEqual(['mine', 'new'])
  })
})
