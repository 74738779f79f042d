/** Code lists that `from` may name: the industry classification in the two editions that forms cite. */
export const codeLists: readonly string[] = ['gbt4754-2002', 'gbt4754-2017']
