import { Presets, SingleBar } from 'cli-progress'

/** How far a run is. */
export interface Progress {
  /** What begins now. @param done how many steps are behind: of a file with errors those that it did not come to, too */
  step(name: string, done: number): void
  /** Leaves the terminal as it was. */
  stop(): void
}

/** Where nobody watches. */
export const quiet: Progress = { step: () => {}, stop: () => {} }

/**
 * A bar on a terminal, gone when the run is over. cli-progress draws it: one small dependency, in wide use for years,
 * that minds the width of the terminal and the cursor; it writes nothing where the stream is no terminal.
 */
export function progressBar(stream: NodeJS.WritableStream, total: number): Progress {
  const format = '{bar} {value}/{total} {name}'
  const bar = new SingleBar({ format, stream, barsize: 20, clearOnComplete: true, hideCursor: true }, Presets.legacy)
  let begun = false
  return {
    step(name, done) {
      if (begun) bar.update(done, { name })
      else bar.start(total, done, { name })
      begun = true
    },
    stop: () => bar.stop(),
  }
}
