import { enrolmentCodeText, keyFingerprint, newCode } from '../core/enrolment/enrolment-code.ts'
import { codeSigner } from '../core/enrolment/invitation.ts'
import { setFoundingKey } from './storage/enrolments.ts'
import { logCount } from './storage/logs.ts'
import type { TenantContext } from './tenant-context.ts'

/**
 * The code that enrols an institution's head office, while nobody is enrolled; null afterwards. The server keeps only the key
 * that proves it; a code printed earlier is no longer good. Its second part is the fingerprint of the server's key.
 */
export function foundingCode({
  tenant,
  server,
  environment,
}: Pick<TenantContext, 'tenant' | 'server' | 'environment'>): string | null {
  if (logCount(tenant.db) > 0) return null
  const code = { code: newCode(environment.randomBytes), fingerprint: keyFingerprint(server.publicKey) }
  setFoundingKey(tenant.db, codeSigner(code).publicKey)
  return enrolmentCodeText(code)
}
