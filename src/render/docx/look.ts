import { faces } from '../../fonts/index.ts'
import type { Style } from '../../model/index.ts'
import { element } from '../../package/index.ts'
import { halfPoints, twips } from './units.ts'

/** The `w:rPr` children of a style: every one is said, so a style does not depend on what it is based on. */
export function runLook({ face, size, bold }: Style): string {
  const { office } = faces[face]
  const strong = bold || office.bold
  return (
    element('w:rFonts', {
      'w:hint': office.hint,
      'w:ascii': office.latin,
      'w:hAnsi': office.latin,
      'w:eastAsia': office.name,
      'w:cs': office.latin,
    }) +
    onOff('w:b', strong) +
    onOff('w:bCs', strong) +
    element('w:sz', { 'w:val': halfPoints(size) }) +
    element('w:szCs', { 'w:val': halfPoints(size) })
  )
}

/** The `w:pPr` children of a style from `w:autoSpaceDE` to `w:jc`. */
export function paragraphLook(style: Style): string {
  return (
    onOff('w:autoSpaceDE', style.autospace) +
    onOff('w:autoSpaceDN', style.autospace) +
    onOff('w:adjustRightInd', false) +
    onOff('w:snapToGrid', false) +
    element('w:spacing', {
      'w:before': twips(style.spaceBefore),
      'w:after': twips(style.spaceAfter),
      'w:line': twips(style.lineHeight),
      'w:lineRule': 'exact',
    }) +
    indents(style.indent.first, style.indent.rest) +
    element('w:jc', { 'w:val': style.align === 'justify' ? 'both' : style.align })
  )
}

/** The `w:ind` of a paragraph whose first line and other lines stand at these distances, pt, and end before `right`. */
export function indents(first: number, rest: number, right = 0): string {
  const left = twips(rest)
  const shift = twips(first) - left
  return element('w:ind', {
    'w:left': left,
    'w:right': twips(right),
    ...(shift < 0 ? { 'w:hanging': -shift } : { 'w:firstLine': shift }),
  })
}

const onOff = (name: string, on: boolean): string => element(name, on ? {} : { 'w:val': 0 })

/** The `w:rPr` children of a text that is not in its style's size. */
export const sizeLook = (size: number | undefined): string =>
  size === undefined
    ? ''
    : element('w:sz', { 'w:val': halfPoints(size) }) + element('w:szCs', { 'w:val': halfPoints(size) })

/** The line height of a paragraph that is not in its style's size. */
export const lineSpacing = ({ lineHeight }: Style): string =>
  element('w:spacing', { 'w:line': twips(lineHeight), 'w:lineRule': 'exact' })
