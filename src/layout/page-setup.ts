import type { PageSetup, PaperChoice } from '../model/index.ts'

/** Portrait sizes, pt. */
const papers = { A3: [841.89, 1190.55], A4: [595.28, 841.89], Letter: [612, 792], Legal: [612, 1008] } as const

const mm = 72 / 25.4

/** Paper with even margins of an office document; the page number stands in the lower margin. */
export function pageSetup({ size, landscape }: PaperChoice): PageSetup {
  const [short, long] = papers[size]
  return {
    width: landscape ? long : short,
    height: landscape ? short : long,
    margin: { top: 14 * mm, right: 18 * mm, bottom: 15 * mm, left: 18 * mm },
    footer: { before: '— ', after: ' —', style: 'pageNumber', distance: 7.5 * mm, from: 0 },
  }
}
