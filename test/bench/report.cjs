// Loaded before a measured program: at its end it writes what it used at most, in bytes, which no system tells alike.
const { writeFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

const file = process.env.BENCH_REPORT
// Neither the program's threads nor programs that it starts report in its place.
delete process.env.BENCH_REPORT
if (isMainThread && file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)))
