import { z } from 'zod'

/** 32 bytes (a public key) as base64url. */
export const publicKeyTextSchema = z.string().regex(/^[\w-]{43}$/)

/** 64 bytes (a signature) as base64url. */
export const signatureTextSchema = z.string().regex(/^[\w-]{86}$/)
