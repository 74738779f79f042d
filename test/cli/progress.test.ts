import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progressBar } from '../../src/cli/progress.ts'

/** A stream that keeps what is written, as a terminal of 80 columns or as a pipe. */
function stream(isTTY: boolean): { to: NodeJS.WritableStream; written: () => string } {
  const to = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true })
  const chunks: string[] = []
  to.on('data', (chunk) => chunks.push(String(chunk)))
  return { to, written: () => chunks.join('') }
}

describe('the progress bar', () => {
  it('shows on a terminal at once what is being done, and how far it is', async () => {
    const { to, written } = stream(true)
    const bar = progressBar(to, 4)
    bar.step('hebei.yaml', 0)
    await new Promise((done) => setTimeout(done, 5))
    expect(written()).toContain('0/4 hebei.yaml')
    // Steps are long; only what comes right after another is not drawn.
    await new Promise((done) => setTimeout(done, 250))
    bar.step('hebei.yaml docx', 1)
    await new Promise((done) => setTimeout(done, 250))
    expect(written()).toContain('1/4 hebei.yaml docx')
    bar.stop()
  })

  it('writes nothing into a pipe', async () => {
    const { to, written } = stream(false)
    const bar = progressBar(to, 2)
    bar.step('hebei.yaml', 0)
    bar.step('hebei.yaml docx', 1)
    bar.stop()
    await new Promise((done) => setTimeout(done, 5))
    expect(written()).toBe('')
  })
})
