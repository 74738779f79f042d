import { distance } from 'fastest-levenshtein'

/**
 * The known name a person most likely meant, or undefined where none is near: at most a third of it differs, or two
 * neighbouring letters are swapped. Of several as near the one that begins alike; of short names none, as each differs
 * from most others by one character.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3))
  const away = new Map(known.map((other) => [other, far(name, other)]))
  const least = Math.min(most, ...away.values())
  const near = known.filter(
    (other) => other !== name && away.get(other) === least && least < Math.max(name.length, other.length),
  )
  if (near.length > 1 && name.length < 3) return undefined
  return near.find((other) => other.startsWith(name) || name.startsWith(other)) ?? near[0]
}

function far(name: string, other: string): number {
  const [a, b] = [name.toLowerCase(), other.toLowerCase()]
  if (a.length === b.length)
    for (let i = 0; i + 1 < a.length; i++)
      if (`${a.slice(0, i)}${a.charAt(i + 1)}${a.charAt(i)}${a.slice(i + 2)}` === b) return 1
  return distance(a, b)
}
