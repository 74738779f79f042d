import { withModules } from './support/typescript.mjs'

await withModules(['/test/pages.ts'], async ({ main }) => {
  process.exitCode = await main()
})
