import { Worker } from 'node:worker_threads'
import { Diagnostics } from '../diagnostics/index.ts'
import type { Blank, Format } from '../pipeline.ts'

/** What the threads of a run fill. */
export interface FillJob {
  /** Absolute paths of data files. */
  readonly data: readonly string[]
  /** Folder of the definitions. */
  readonly definitions: string
  readonly formats: readonly Format[]
  /** Absolute paths of the user's font files. */
  readonly fonts: readonly string[]
}

/** Threads that fill data files side by side. */
export interface Crew {
  /**
   * What the nth file gives, or would give without threads; each is asked for once, in the order of the files.
   * A thread that ends before it has filled a file gives that file an error, and another takes its place.
   */
  filled(n: number): Promise<Blank>
  close(): Promise<void>
}

/** What a thread answers; `fault` is what the pipeline threw. */
export type Answer = { readonly n: number } & ({ readonly made: Blank } | { readonly fault: Fault })

/** As much of an error as passes between threads. */
export interface Fault {
  readonly message: string
  readonly stack?: string | undefined
  readonly code?: string | undefined
  readonly path?: string | undefined
}

/** The module that a thread runs: `worker.ts`. */
export interface Program {
  readonly url: URL
  readonly resourceLimits?: { readonly maxOldGenerationSizeMb: number }
}

/** How many files a thread may be ahead of the one that is written: more would be held, and a thread must not wait. */
const ahead = 2

/** @param count of threads */
export function startCrew(count: number, job: FillJob, program: Program): Crew {
  const crew = new Threads(job, program, count)
  crew.fill()
  return crew
}

interface Pending {
  readonly made: Promise<Blank>
  resolve(made: Blank): void
  reject(error: unknown): void
}

class Threads implements Crew {
  readonly #job: FillJob
  readonly #program: Program
  readonly #count: number
  readonly #pending = new Map<number, Pending>()
  /** The file that each thread is at; undefined of one that waits. */
  readonly #at = new Map<Worker, number | undefined>()
  /** The next file to begin, and the last that was asked for. */
  #next = 0
  #asked = 0

  constructor(job: FillJob, program: Program, count: number) {
    this.#job = job
    this.#program = program
    this.#count = count
  }

  filled(n: number): Promise<Blank> {
    const { made } = this.#of(n)
    this.#asked = n
    this.fill()
    return made.finally(() => this.#pending.delete(n))
  }

  async close(): Promise<void> {
    const workers = [...this.#at.keys()]
    this.#at.clear()
    this.#next = this.#job.data.length
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  /** Gives every thread without work the next file, as far ahead as files are held. */
  fill(): void {
    const end = Math.min(this.#job.data.length, this.#asked + this.#count * ahead)
    while (this.#next < end) {
      const waiting = [...this.#at].find(([, at]) => at === undefined)?.[0]
      const worker = waiting ?? (this.#at.size < this.#count ? this.#hire() : undefined)
      if (worker === undefined) return
      const n = this.#next++
      this.#at.set(worker, n)
      worker.postMessage({ n, data: this.#job.data[n] })
    }
  }

  #hire(): Worker {
    const { url, resourceLimits } = this.#program
    const { definitions, formats, fonts } = this.#job
    const limits = resourceLimits === undefined ? {} : { resourceLimits }
    const worker = new Worker(url, { workerData: { definitions, formats, fonts }, ...limits })
    worker.on('message', (answer: Answer) => {
      this.#at.set(worker, undefined)
      const pending = this.#of(answer.n)
      if ('made' in answer) pending.resolve(answer.made)
      else pending.reject(Object.assign(new Error(answer.fault.message), answer.fault))
      this.fill()
    })
    // Out of memory, or a fault of Node itself; the thread's end follows.
    let problem = ''
    worker.on('error', (error: NodeJS.ErrnoException) => {
      problem = error.code ?? error.message
    })
    worker.on('exit', () => this.#lose(worker, problem || 'thread ended'))
    return worker
  }

  #lose(worker: Worker, problem: string): void {
    const n = this.#at.get(worker)
    if (!this.#at.delete(worker)) return
    if (n !== undefined) this.#of(n).resolve(unfinished(this.#job.data[n] as string, problem))
    this.fill()
  }

  #of(n: number): Pending {
    const known = this.#pending.get(n)
    if (known !== undefined) return known
    let [resolve, reject]: [Pending['resolve'], Pending['reject']] = [() => {}, () => {}]
    const made = new Promise<Blank>((done, failed) => {
      resolve = done
      reject = failed
    })
    // It is heard when the file is asked for, which may be later.
    made.catch(() => {})
    const pending = { made, resolve, reject }
    this.#pending.set(n, pending)
    return pending
  }
}

function unfinished(file: string, problem: string): Blank {
  const report = new Diagnostics()
  report.add('unfinished-file', undefined, { file, problem })
  return { diagnostics: report.list, sources: new Map(), form: '', year: 0, documents: [] }
}
