import { randomBytes as nodeRandomBytes } from 'node:crypto'

/** Bytes from the operating system's generator. */
export const randomBytes = (count: number): Uint8Array => new Uint8Array(nodeRandomBytes(count))
