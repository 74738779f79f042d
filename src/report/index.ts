export { comparisonHtml, comparisonJson, comparisonMarkdown, comparisonText } from './diff/index.ts'
export { picture } from './picture.ts'
