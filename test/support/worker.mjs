// `src/cli/worker.ts` as a thread runs it.
import { withModules } from './typescript.mjs'

await withModules(['/src/cli/worker.ts'], () => new Promise(() => {}))
