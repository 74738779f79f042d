// Prints the digests of all blanks as JSON, made in a process of its own.
import { withModules } from './typescript.mjs'

await withModules(['/test/support/digests.ts', '/test/support/forms.ts'], async ({ digestsOf }, { forms }) => {
  console.log(JSON.stringify(await digestsOf(forms)))
})
