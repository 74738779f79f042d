/** Excel repairs a file with a longer string by cutting it: ECMA-376 leaves the limit to the program. In UTF-16 units. */
export const mostCharacters = 32_767
/** Of a list: Excel's rows less those that stand around it. */
export const mostRows = 1_048_000
