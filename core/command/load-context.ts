import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import { period } from '../calendar/period.ts'
import type { Context, Grant } from '../decision/context.ts'
import { grantHours } from '../institution/limits-template.ts'
import type { Books } from '../storage/books.ts'
import { grantById } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { standingOf } from '../storage/standing.ts'
import { isLogFrozen, isLogRevoked, referenceCurrentAt } from '../storage/sync-state.ts'
import type { Desk } from './desk.ts'

const forever = '9999-12-31T23:59:59.999Z'

/** At head office's own log a grant does not run out; elsewhere each complete pull of what head office said extends it, from the server's time. */
function extended(grant: Grant, isHeadOffice: boolean, currentAt: string | null): Grant {
  if (isHeadOffice) return { ...grant, validUntil: forever }
  const rolled = currentAt ? new Date(Date.parse(currentAt) + grantHours * 3_600_000).toISOString() : ''
  return rolled > grant.validUntil ? { ...grant, validUntil: rolled } : grant
}

/** Who acts, where, on which business day. Asserts a founded institution and a signed-in person whom the books know. */
export function loadContext({ db }: Books, desk: Desk): Context {
  const { logId, logNo, deviceCode, institutionId, country, currency, branchId, branchCode, vaultId, ...at } =
    standingOf(db)
  const isHeadOffice = at.headOfficeLog === logId
  const currentAt = isHeadOffice ? null : referenceCurrentAt(db)
  const grant = (staffId: string): Grant =>
    extended(present(grantById(db, staffId), 'who acts is a member of the staff'), isHeadOffice, currentAt)
  return {
    actor: grant(desk.staffId),
    ...(desk.cosigner ? { checker: grant(desk.cosigner.staffId) } : {}),
    institution: { institutionId, country, currency: currencyOf(currency), headOfficeLog: at.headOfficeLog },
    branch: { branchId, code: branchCode, vaultId },
    device: { logId, logNo, code: deviceCode },
    businessDate: at.openDate === null ? null : businessDate(at.openDate),
    closedThrough: at.closedThrough === null ? null : period(at.closedThrough),
    isLogFrozen: isLogFrozen(db),
    isLogRevoked: isLogRevoked(db),
    now: desk.environment.now(),
    ...(desk.newcomer ? { newcomer: desk.newcomer } : {}),
    newId: desk.environment.newId,
    randomBytes: desk.environment.randomBytes,
  }
}
