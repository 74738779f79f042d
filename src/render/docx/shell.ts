import {
  AlignmentType,
  Document,
  FileChild,
  Footer,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { GridDocument } from '../../model/index.ts'
import type { Part } from '../../package/index.ts'
import { FILLER } from './styles.ts'
import { twips } from './units.ts'

/** What a package is made around. */
export interface Shell {
  /** The parts as the library writes them, `word/document.xml` left out. */
  readonly parts: Map<string, Part>
  /** `word/document.xml` cut where the content of each section goes. */
  readonly document: readonly string[]
}

const PLACEHOLDER = 'biaoshi-content'

class Placeholder extends FileChild {
  constructor() {
    super(PLACEHOLDER)
  }
}

/**
 * The package around the content, as the docx library makes it: page setup, the footer with its page number,
 * properties, relationships. The pages before the footer's first are a section of their own, without one.
 * @param firstNumber the printed number of the page where the footer begins
 */
export function packageShell(document: GridDocument, firstNumber: number): Shell {
  const { page, form, edition, year, title } = document
  const withFooter = {
    properties: { page: { ...pageSetup(document), pageNumbers: { start: firstNumber } } },
    footers: footersOf(document),
    children: [new Placeholder()],
  }
  const without = { properties: { page: pageSetup(document) }, children: [new Placeholder()] }
  const parts = partsOf(
    new Document({
      title,
      customProperties: [
        { name: 'form', value: form },
        { name: 'edition', value: String(edition) },
        { name: 'year', value: String(year) },
      ],
      sections: page.footer.from > 0 ? [without, withFooter] : [withFooter],
    }),
  )
  const xml = parts.get('word/document.xml') as string
  parts.delete('word/document.xml')
  // The library ends a section with an empty paragraph: it must not take a line of the page.
  const styled = xml.replaceAll('<w:p><w:pPr><w:sectPr>', `<w:p><w:pPr><w:pStyle w:val="${FILLER}"/><w:sectPr>`)
  return { parts, document: styled.split(`<${PLACEHOLDER}/>`) }
}

/** The parts of a package before they are zipped: its types keep the compiler to itself, and zipping is for us to do. */
const partsOf = (document: Document): Map<string, Part> =>
  (Packer as unknown as { compiler: { compile(document: Document): Map<string, Part> } }).compiler.compile(document)

/**
 * What the bottom margin gives way, pt: the paragraph between two tables takes a point of a page that the plan fills, and
 * lengths are rounded to twips.
 */
const SLACK = 1.5

function pageSetup({ page }: GridDocument) {
  const landscape = page.width > page.height
  const { top, right, bottom, left } = page.margin
  return {
    // The library turns a landscape page itself: it wants the short side as the width.
    size: {
      width: twips(Math.min(page.width, page.height)),
      height: twips(Math.max(page.width, page.height)),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom - SLACK),
      left: twips(left),
      header: 0,
      footer: twips(page.footer.distance),
      gutter: 0,
    },
  }
}

/** The page number in the middle, or at the outer edges an em from them. */
function footersOf(document: GridDocument) {
  const { page, styles } = document
  if (page.footer.align === 'centre') return { default: footer(document, {}) }
  const em = twips(styles[page.footer.style].size)
  return {
    default: footer(document, { alignment: AlignmentType.RIGHT, indent: { right: em } }),
    even: footer(document, { alignment: AlignmentType.LEFT, indent: { left: em } }),
  }
}

const footer = ({ page: { footer } }: GridDocument, look: IParagraphOptions): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: footer.style,
        ...look,
        children: [new TextRun({ children: [footer.before, PageNumber.CURRENT, footer.after] })],
      }),
    ],
  })
