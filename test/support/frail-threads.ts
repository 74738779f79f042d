import { type Crew, type FillJob, startCrew } from '../../src/cli/crew.ts'

const url = new URL('./frail-worker.mjs', import.meta.url)

/** Threads with little memory that do as the names of the files say. */
export const frailThreads = {
  most: 8,
  start: async (count: number, job: FillJob): Promise<Crew> =>
    startCrew(count, job, { url, resourceLimits: { maxOldGenerationSizeMb: 24 } }),
}
