/** Indirect objects in one file (ISO 19005-3 6.1.13). */
export const mostObjects = 8_388_607
