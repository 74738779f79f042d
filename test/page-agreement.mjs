import { withModules } from './support/typescript.mjs'

await withModules(['/test/page-agreement.ts'], async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2))
})
