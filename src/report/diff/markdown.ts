import type { DiffLine, DiffView, Said } from './view.ts'

/** A comparison as GitHub-flavoured Markdown: a table of changes for each table of the form. */
export function diffMarkdown({ heading, counts, nothing, groups, likely, likelyHeading, columns }: DiffView): string {
  const blocks = [`# ${escaped(heading)}`, counts.map(({ name, count }) => `${name} ${count}`).join(' · ') || nothing]
  for (const { title, changes } of groups)
    blocks.push(
      `## ${escaped(title)}`,
      [
        `| ${columns.impact} | ${columns.where} | ${columns.change} | |`,
        '| --- | --- | --- | --- |',
        ...changes.map(row),
      ].join('\n'),
    )
  if (likely.length > 0) blocks.push(`## ${likelyHeading}`, likely.map((each) => `- ${escaped(each)}`).join('\n'))
  return `${blocks.join('\n\n')}\n`
}

const row = ({ impactName, where, phrase, said, check }: DiffLine): string =>
  `| ${impactName} | ${escaped(where.join(' › '))} | ${[phrase, said.map(marked).join('')].filter(Boolean).join(': ')} | \`${check}\` |`

function marked({ kind, text }: Said): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (kind === 'same' || inner === '') return escaped(text)
  const sign = kind === 'removed' ? '~~' : '**'
  return before + sign + escaped(inner) + sign + after
}

/** Characters that Markdown reads as marks. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_~|<>[\]]/g, '\\$&').replaceAll('\n', ' ')
