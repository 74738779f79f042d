import { deflateSync } from 'node:zlib'

/** For `/FlateDecode`. */
export const deflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 6 })
