import { closest, distance } from 'fastest-levenshtein'

/** The known name a person most likely meant, or undefined where none is near (more than a third of it differs). */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(name, known as string[])
  return distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(name.length / 3)) ? best : undefined
}
