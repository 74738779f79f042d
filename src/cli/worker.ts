import { parentPort, workerData } from 'node:worker_threads'
import type { Blank } from '../pipeline.ts'
import type { Answer, FillJob } from './crew.ts'
import { diskFiles } from './files.ts'

/*
 * A thread of `biaoshi fill`: fills one file after the other, with fonts and definitions that it opens once. Nothing is
 * written here: what comes of the files goes back to the thread that began this one.
 */

const { definitions, formats, fonts: fontFiles } = workerData as Omit<FillJob, 'data'>
const { makeFilled, openFonts } = await import('../pipeline.ts')
const fonts = openFonts(fontFiles)

parentPort?.on('message', async ({ n, data }: { readonly n: number; readonly data: string }) => {
  try {
    handOver(n, await makeFilled({ files: diskFiles, definitions, data, formats, fonts }))
  } catch (error) {
    const { message, stack, code, path } = error as NodeJS.ErrnoException
    parentPort?.postMessage({ n, fault: { message, stack, code, path } } satisfies Answer)
  }
})

/** The texts of files go along where something is said of them; documents in memory of their own, which is handed over. */
function handOver(n: number, { sources, documents, ...made }: Blank): void {
  const own = documents.map((document) => ({ ...document, bytes: new Uint8Array(document.bytes) }))
  const said = made.diagnostics.length > 0 ? sources : new Map<string, string>()
  const answer: Answer = { n, made: { ...made, sources: said, documents: own } }
  parentPort?.postMessage(
    answer,
    own.map(({ bytes }) => bytes.buffer),
  )
}
