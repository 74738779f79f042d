// Prints the digests of all blanks as JSON, made in a process of its own. Node 20 cannot run TypeScript: vitest's own
// server loads it as it loads a test.
import { fileURLToPath } from 'node:url'
import { createViteServer } from 'vitest/node'

const server = await createViteServer({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
})
try {
  const { digestsOf } = await server.ssrLoadModule('/test/support/digests.ts')
  const { forms } = await server.ssrLoadModule('/test/support/forms.ts')
  console.log(JSON.stringify(await digestsOf(forms)))
} finally {
  await server.close()
}
