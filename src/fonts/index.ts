export { type FontId, faces, markRatio, markRise, type OfficeFont } from './faces.ts'
export { FontFileError } from './files.ts'
export { type EmbeddableFont, type FontFile, Fonts, type GlyphRun, openFonts, type TextStyle } from './fonts.ts'
