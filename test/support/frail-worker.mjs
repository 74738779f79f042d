// A thread that gives one document for a file, unless the file's name says what becomes of it.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ n, data }) => {
  if (data.includes('ends')) process.exit(3)
  if (data.includes('faulty')) return parentPort.postMessage({ n, fault: { message: 'a fault', code: 'EIO' } })
  const held = []
  while (data.includes('huge')) held.push(Array.from({ length: 1000 }, (_, at) => ({ at })))
  const documents = [{ format: 'pdf', bytes: new TextEncoder().encode(data), pages: 1 }]
  const made = { diagnostics: [], sources: new Map(), form: 'audit', year: 2020, documents }
  const slow = data.includes('slow') ? 50 : 0
  setTimeout(() => parentPort.postMessage({ n, made }), slow)
})
