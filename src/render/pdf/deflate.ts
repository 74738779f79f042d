import { deflateSync } from 'node:zlib'

/** For `/FlateDecode`: bytes that are many, at a third of the time and some 15 % more than the usual level takes. */
export const deflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 1 })

/** For `/FlateDecode`: bytes that are few. */
export const tightlyDeflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 })
