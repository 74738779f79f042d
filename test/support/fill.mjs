// `biaoshi fill` on the real disk with two threads, in a process of its own: the folder, the output, the data files.
import { withModules } from './typescript.mjs'

const [cwd, out, ...data] = process.argv.slice(2)
await withModules(['/test/support/filling-threads.ts'], async ({ filled }) => {
  await filled(cwd, ['fill', ...data, '--out', out, '--jobs', '2', '--format', 'pdf'])
})
