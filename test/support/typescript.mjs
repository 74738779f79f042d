// Node 20 cannot run TypeScript: vitest's own server loads a script as it loads a test.
import { fileURLToPath } from 'node:url'
import { createViteServer } from 'vitest/node'

/**
 * Loads modules of this checkout and hands them to `use`.
 * @param paths from the root of the checkout: `/test/pages.ts`
 */
export async function withModules(paths, use) {
  const server = await createViteServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  })
  try {
    const modules = []
    for (const path of paths) modules.push(await server.ssrLoadModule(path))
    await use(...modules)
  } finally {
    await server.close()
  }
}
