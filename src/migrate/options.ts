import { type Ask, type Option, withoutNotes } from '../model/index.ts'
import { folded } from '../text/characters.ts'
import { parseMarks } from '../text/marks.ts'
import type { Converted } from './convert.ts'

/**
 * An answer that names an option, by id or by printed text, in the other edition. It follows the id, so that an option
 * whose words are others now may say something else than was answered: that is for a person to check.
 */
export function convertOption(text: string, from: Ask, to: Ask): Converted {
  const said = text.trim()
  const chosen = from.options.find(({ id, label }) => id === said || label.source === said)
  const target = chosen && to.options.find(({ id }) => id === chosen.id)
  if (!chosen || !target) return { text }
  const answer = said === target.id ? text : target.label.source
  const [before, after] = [wordsOf(chosen), wordsOf(target)]
  if (folded(before) === folded(after)) return { text: answer }
  const words = { option: chosen.id, before, after }
  const others = [...alike(after, from.options, chosen.id), ...alike(before, to.options, chosen.id)]
  if (others.length === 0) return { text: answer, code: 'migrate-option', words }
  return { text: answer, code: 'migrate-option-alike', words: { ...words, other: [...new Set(others)].join(', ') } }
}

const wordsOf = ({ label }: Option): string => withoutNotes(parseMarks(label.source))

/** Options of another id whose words are these, or have them among their own, or the other way round. */
function alike(words: string, options: readonly Option[], but: string): string[] {
  const these = folded(words)
  return options.flatMap((option) => {
    const those = folded(wordsOf(option))
    const like = option.id !== but && (these.includes(those) || those.includes(these))
    return like ? [`${option.id} “${wordsOf(option)}”`] : []
  })
}
