import { present } from '../assert.ts'
import { permissionsByRole } from '../authority/roles.ts'
import { yearStartMonth } from '../command/load-close-of-business.ts'
import { loadContext } from '../command/load-context.ts'
import { minorUnitOf } from '../money/currency.ts'
import type { SessionAnswer } from '../query/session-answers.ts'
import { branchRows, institutionRow } from '../storage/reference.ts'
import { awaitedSlots } from './awaited-slots.ts'
import { isRenewalDue } from './change-database-key.ts'
import type { Installation } from './installation.ts'
import { codesOf, type Keyring, readKeyring } from './keyring.ts'
import { lostSlots } from './lost-slots.ts'
import { keepsRecoveryCode } from './recovery.ts'
import type { OpenSession } from './session-state.ts'
import { idleLockMinutesDefault, readSettings } from './settings.ts'
import { isInForce } from './slot-standing.ts'

/** What the window may know of who works here; while nobody does, only the staff codes that may sign in. */
export function sessionAnswer({ folder, session, environment }: Installation): SessionAnswer {
  const state = session.state()
  const keyring = readKeyring(folder)
  const outside = { codes: keyring ? codesOf(keyring) : [], idleLockMinutes: idleLockMinutesDefault }
  switch (state.name) {
    case 'open':
      return {
        state: 'open',
        ...outside,
        ...(keyring ? standingOf(keyring, state.session) : {}),
        ...openPart(state.session, environment),
      }
    case 'unavailable':
      return { state: 'unavailable', problem: state.problem, ...outside }
    case 'no-institution':
    case 'signed-out':
    case 'locked':
      return { state: state.name, ...outside }
  }
}

/** What whoever is signed in is told of the keyring. Rules: A63, A66, A68. */
function standingOf(
  keyring: Keyring,
  session: OpenSession,
): Pick<SessionAnswer, 'isKeyChangeWaiting' | 'awaitedCodes' | 'lostSlots' | 'keepsRecoveryCode'> {
  const awaited = awaitedSlots(session, keyring)
  const codes = new Set(awaited.filter(slot => isInForce(session, slot)).map(({ code }) => code))
  const lost = lostSlots(session, keyring)
  return {
    ...(awaited.length > 0 || isRenewalDue(session, keyring) ? { isKeyChangeWaiting: true } : {}),
    ...(codes.size > 0 ? { awaitedCodes: [...codes] } : {}),
    ...(lost.length > 0 ? { lostSlots: lost } : {}),
    ...(keepsRecoveryCode(session, keyring, session) ? { keepsRecoveryCode: true } : {}),
  }
}

/** With the recovery code that was made just now: the only answer in which it ever stands. */
export const answerWithCode = (installation: Installation, recoveryCode: string | null | undefined): SessionAnswer => ({
  ...sessionAnswer(installation),
  ...(recoveryCode ? { recoveryCode } : {}),
})

function openPart({ books, log, staffId }: OpenSession, environment: Installation['environment']) {
  const { actor, institution, branch, device, businessDate } = loadContext(books, { environment, log, staffId })
  const { name } = present(institutionRow(books.db), 'the institution is founded')
  const branchName = present(
    branchRows(books.db).find(row => row.branchId === branch.branchId)?.name,
    'a branch has a name',
  )
  const { country, currency } = institution
  return {
    signedIn: {
      staffId,
      code: actor.code,
      name: actor.name,
      role: actor.role,
      permissions: permissionsByRole[actor.role],
      limits: actor.limits,
      grantValidUntil: actor.validUntil,
    },
    institution: {
      name,
      country,
      currency,
      minorUnit: minorUnitOf(currency),
      yearStartMonth: yearStartMonth(books.db),
    },
    branch: { branchId: branch.branchId, code: branch.code, name: branchName },
    device: { log: log.logId, code: device.code },
    ...(businessDate ? { businessDate } : {}),
    idleLockMinutes: readSettings(books.db).idleLockMinutes,
  }
}
