// Node 20 cannot run TypeScript: vitest's own server loads the script as it loads a test.
import { createViteServer } from 'vitest/node'

const server = await createViteServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
})
try {
  const { main } = await server.ssrLoadModule('/test/page-agreement.ts')
  process.exitCode = await main(process.argv.slice(2))
} finally {
  await server.close()
}
