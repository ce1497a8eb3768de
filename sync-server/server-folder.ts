import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '../core/assert.ts'
import { base64url, fromBase64url } from '../core/crypto/hash.ts'
import { generateSigningKey, type Signer, signerOf } from '../core/crypto/signing.ts'
import { defaultTenant } from './house.ts'
import { openTenant, type Tenant } from './storage/open-tenant.ts'

/** What lies in the data folder: the key that signs receipts, the operator's token, and a database file for each institution. */
export interface ServerFolder {
  readonly server: Signer
  readonly operatorToken: string
  readonly tokenFile: string
  readonly tenants: ReadonlyMap<string, Tenant>
}

/** Opens the folder, or makes it; its secrets are readable by the server's own user only. */
export function openServerFolder(folder: string): ServerFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const seed = fromBase64url(secret(join(folder, 'server-key'), () => base64url(generateSigningKey().seed)))
  assert(seed.length === 32, 'the server key file holds 32 bytes')
  const tokenFile = join(folder, 'operator-token')
  return {
    server: signerOf(seed),
    operatorToken: secret(tokenFile, () => base64url(randomBytes(24))),
    tokenFile,
    tenants: new Map([[defaultTenant, openTenant(defaultTenant, join(folder, `${defaultTenant}.db`))]]),
  }
}

function secret(file: string, make: () => string): string {
  try {
    writeFileSync(file, `${make()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
