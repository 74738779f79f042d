/** A fenced block. `file` is the name that the line above it gives: `city.yaml`: */
export interface CodeBlock {
  readonly language: string
  readonly text: string
  readonly file?: string
}

const block = /(?:`(?<file>[\w./-]+)`[^`\n]*[:：]\n\n)?^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm

export const codeBlocks = (readme: string): CodeBlock[] => [...readme.matchAll(block)].map(asBlock)

function asBlock({ groups = {} }: { groups?: Record<string, string | undefined> }): CodeBlock {
  const { language = '', text = '', file } = groups
  return { language, text, ...(file === undefined ? {} : { file }) }
}

/** The files that a README gives, in their order: name and text. */
export const filesOf = (readme: string): [string, string][] =>
  codeBlocks(readme).flatMap(({ file, text }): [string, string][] => (file === undefined ? [] : [[file, text]]))

/**
 * The README with the answers of its commands made anew. Files are written and commands typed in the README's order.
 * Blocks of `sh` are commands, a line each; those of `console` are commands behind `$ ` with what they answer.
 */
export async function renewed(
  readme: string,
  answer: (command: string) => Promise<string>,
  write: (file: string, text: string) => void,
): Promise<string> {
  let made = ''
  let end = 0
  for (const match of readme.matchAll(block)) {
    const { language, text, file } = asBlock(match)
    made += readme.slice(end, match.index)
    end = match.index + match[0].length
    if (file !== undefined) write(file, text)
    if (language === 'sh') for (const command of commandsOf(text)) await answer(command)
    made += language === 'console' ? `\`\`\`console\n${await transcript(text, answer)}\`\`\`` : match[0]
  }
  return made + readme.slice(end)
}

/** The commands of biaoshi in a block of `sh`, without remarks and what they are piped into. */
const commandsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s*[#|].*/, ''))
    .filter((line) => line.startsWith('biaoshi '))

async function transcript(text: string, answer: (command: string) => Promise<string>): Promise<string> {
  let made = ''
  for (const [, command = '', before = ''] of text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm))
    made += `$ ${command}\n${settled(await answer(command), before)}`
  return made
}

/** Sizes of documents change with every small thing and are not what a reader looks for: those that stand there stay. */
function settled(now: string, before: string): string {
  const loose = (text: string): string => text.replace(/\d+ KB/g, 'KB')
  return loose(now) === loose(before) ? before : now
}
