/**
 * Does what the head of a skeleton says: takes `[]` and `{}` away and the `# ` before the example below them. What
 * stands behind `# ` in an example stays a comment.
 */
export function instructed(skeleton: string): string {
  const lines = skeleton.split('\n')
  let inside: string | undefined
  return lines
    .map((line, n) => {
      const opens = /^( *)[A-Za-z0-9]+: (\[\]|\{\})/.exec(line)
      if (opens) {
        inside = `${opens[1]}  # `
        return lines[n + 1]?.startsWith(inside) ? line.replace(` ${opens[2]}`, '') : line
      }
      if (inside === undefined || !line.startsWith(inside)) {
        inside = undefined
        return line
      }
      return inside.slice(0, -2) + line.slice(inside.length)
    })
    .join('\n')
}

/** Where values stand, as the grid names cells: `basics.documents[].title`. */
export function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'list' && Array.isArray(inner)) return pathsOf(inner, path)
    return pathsOf(inner, path === '' ? key : `${path}.${key}`)
  })
}
