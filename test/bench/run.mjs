import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/**
 * @typedef {object} Command a program to start
 * @property {string} file
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] beside the bench's own
 * @property {'report' | 'poll' | 'none'} memory who tells the peak: the program in the file BENCH_REPORT, /proc, nobody
 */

/** A command that runs a program of Node; with `memory: 'none'` nothing is loaded before it. */
export function node(args, { memory = 'report', cwd } = {}) {
  const before = memory === 'report' ? ['--require', here('report.cjs')] : []
  return { file: process.execPath, args: [...before, ...args], memory, ...(cwd ? { cwd } : {}) }
}

/** A command that calls `make` of a module, once or, warm, for some seconds. */
export const calling = (module, input, seconds) =>
  node([
    here('child.mjs'),
    pathToFileURL(here(module)).href,
    JSON.stringify(input),
    ...(seconds === undefined ? [] : [String(seconds)]),
  ])

/**
 * Runs a command to its end.
 * @param {Command} command
 * @param {{ dir: string, limit: number }} place a folder for the report; ms after which the command is stopped
 * @returns {Promise<{ ms: number, peak?: number, stdout: string, failure?: string }>} wall time; peak memory in bytes
 */
export async function measure(command, { dir, limit }) {
  const report = join(dir, 'peak')
  rmSync(report, { force: true })
  const env = { ...process.env, ...command.env, NO_COLOR: '1', BENCH_REPORT: report }
  const start = performance.now()
  const child = spawn(command.file, command.args, {
    env,
    cwd: command.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that a stopped office program takes its helpers along.
    detached: process.platform !== 'win32',
  })
  const ended = outcomeOf(child, limit)
  const polled = command.memory === 'poll' ? pollPeak(child.pid) : undefined
  const outcome = await ended
  const ms = performance.now() - start
  const peak = command.memory === 'report' ? readNumber(report) : polled?.()
  return { ms, ...(peak ? { peak } : {}), ...outcome }
}

function outcomeOf(child, limit) {
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(-4000)
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    stop(child)
  }, limit)
  return new Promise((resolve) => {
    const end = (failure) => {
      clearTimeout(timer)
      resolve({ stdout, ...(failure ? { failure } : {}) })
    }
    child.on('error', ({ message }) => end(message))
    child.on('close', (code, signal) => {
      if (late) end(`stopped after ${Math.round(limit / 1000)} s`)
      else if (/heap out of memory|Allocation failed/.test(stderr)) end('out of memory')
      else if (code === 0) end()
      else end(`ended with ${signal ?? code}: ${(stderr || stdout).trim().split('\n').slice(0, 12).join('\n')}`)
    })
  })
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

function readNumber(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/** Looks at a process and its descendants until asked for the most that they held together; only Linux tells it. */
function pollPeak(pid) {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, heldBy(pid))
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    return peak || undefined
  }
}

function heldBy(root) {
  try {
    const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statusOf(name) : []))
    const family = new Set([root])
    // Children are numbered after their parents, except where numbers start anew.
    for (const { pid, parent } of processes.sort((a, b) => a.pid - b.pid)) if (family.has(parent)) family.add(pid)
    return processes.reduce((sum, { pid, held }) => sum + (family.has(pid) ? held : 0), 0)
  } catch {
    return 0
  }
}

function statusOf(name) {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const number = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return [{ pid: Number(name), parent: number('PPid'), held: number('VmRSS') * 1024 }]
  } catch {
    return []
  }
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs contenders by turns, A B A B …, so that a busy moment of the machine falls on all of them.
 * The first output of each is checked; one that fails or lacks data is not run again.
 * @param {readonly { title: string, command: Command, check?: () => Promise<void> }[]} contenders
 * @param {{ dir: string, limit: number, rounds: number, budget: number, say: (text: string) => void }} how
 *   no new round begins after `budget` ms
 * @returns {Promise<{ ms?: number, peak?: number, stdout?: string[], failure?: string }[]>} medians, one per contender
 */
export async function alternate(contenders, { rounds, budget, say, ...place }) {
  const runs = contenders.map(() => [])
  const failures = contenders.map(() => undefined)
  const start = performance.now()
  for (let round = 0; round < rounds && (round === 0 || performance.now() - start < budget); round++)
    for (const [at, { title, command, check }] of contenders.entries()) {
      if (failures[at]) continue
      const run = await measure(command, place)
      failures[at] = run.failure ?? (round === 0 ? await complaint(check) : undefined)
      runs[at].push(run)
      say(`  ${title}: ${failures[at] ?? `${Math.round(run.ms)} ms`}`)
    }
  return runs.map((list, at) => (failures[at] ? { failure: failures[at] } : summary(list)))
}

function summary(runs) {
  const peaks = runs.flatMap(({ peak }) => peak ?? [])
  return {
    ms: median(runs.map(({ ms }) => ms)),
    ...(peaks.length > 0 ? { peak: median(peaks) } : {}),
    stdout: runs.map(({ stdout }) => stdout),
  }
}

async function complaint(check) {
  try {
    await check?.()
    return undefined
  } catch (error) {
    return `does not count: ${error.message}`
  }
}
