import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Stretch = typeof crypto.scryptSync
const stretch: Stretch & { readonly remembers?: true } = crypto.scryptSync
const known = new Map<string, Uint8Array>()

/**
 * Set up before the tests of each process: an invitation's code that was stretched there once is not stretched again, by whoever
 * reads it. The work is the real one and so are the bytes; short work, and secrets that are no text, are left alone.
 */
const remembering: Stretch = (secret, salt, length, options) => {
  if (typeof secret !== 'string' || typeof salt !== 'string' || (options?.N ?? 0) < 2 ** 15)
    return stretch(secret, salt, length, options)
  const asked = JSON.stringify([secret, salt, length, options])
  const made = known.get(asked) ?? stretch(secret, salt, length, options)
  known.set(asked, made)
  return Buffer.from(made)
}

if (!stretch.remembers) {
  crypto.scryptSync = Object.assign(remembering, { remembers: true as const })
  syncBuiltinESMExports()
}
