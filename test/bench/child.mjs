/**
 * A process of its own for one contender: `child.mjs MODULE INPUT [SECONDS]`.
 * With seconds it makes the document once to warm up, then again for about that long, and prints what each took (ms).
 */
const [, , module, input, seconds] = process.argv
const { make } = await import(module)
const request = JSON.parse(input)

await make(request)
if (seconds !== undefined) {
  const times = []
  const start = performance.now()
  do {
    const from = performance.now()
    await make(request)
    times.push(performance.now() - from)
  } while (performance.now() - start < 1000 * Number(seconds))
  console.log(JSON.stringify(times))
}
