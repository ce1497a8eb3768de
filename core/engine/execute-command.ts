import type { Command } from '../command/command.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { forgetSalvage } from '../storage/salvage.ts'
import { closedRefusal } from './answer.ts'
import { cancelBulk, runBulk } from './bulk.ts'
import { changePassphrase } from './change-passphrase.ts'
import { resumeClosing, stopClosing } from './close-business.ts'
import { isJournalCommand } from './command-schema.ts'
import { cosign } from './cosign.ts'
import { createInstitution } from './create-institution.ts'
import { inTurn } from './exclusive.ts'
import { executeInJournal, executeLocally } from './execute-in-session.ts'
import { exportFromSession } from './export-books.ts'
import { checkImport, runImport } from './import-rows.ts'
import type { Installation } from './installation.ts'
import { joinInstitution } from './join-institution.ts'
import { openImport, pasteImport } from './open-import.ts'
import { notPermittedHere } from './permitted-here.ts'
import { produceDocument } from './produce-document.ts'
import { rejoinInstitution } from './rejoin-institution.ts'
import { renewRecovery } from './renew-recovery.ts'
import { saveAttachment } from './save-attachment.ts'
import { saveRescue } from './save-rescue.ts'
import { saveResults } from './save-results.ts'
import { notAnAddress } from './server-address.ts'
import { sessionAnswer } from './session-answer.ts'
import type { OpenSession } from './session-state.ts'
import { signIn } from './sign-in.ts'
import { verifyInSession } from './verify-in-session.ts'

type Executed = Promise<Result<unknown, Refusal>>

/**
 * One parsed command to where it belongs. Without a session only those that begin one, end one or rescue are taken; what
 * changes keys waits for its turn, so that two of them never work on one key file. Rule: A21.
 */
export async function executeCommand(installation: Installation, command: Command): Executed {
  const { session, exclusive } = installation
  switch (command.type) {
    case 'institution.create':
      return exclusive(() => createInstitution(installation, command))
    case 'device.join':
      return exclusive(() => joinInstitution(installation, command))
    case 'device.rejoin':
      return exclusive(() => rejoinInstitution(installation, command))
    case 'session.sign-in':
      return exclusive(() => signIn(installation, command))
    case 'session.lock':
      return leave(installation, 'locked')
    case 'session.sign-out':
      return leave(installation, 'signed-out')
    case 'session.active':
      return ok(null)
    case 'folder.choose':
      return ok({ folder: await installation.chooseFolder() })
    case 'rescue.save':
      return saveRescue(installation, command.folder)
  }
  const open = session.open()
  if (!open) return refuse(closedRefusal(installation))
  return isJournalCommand(command)
    ? executeInJournal(installation, open, command)
    : executeInSession(installation, open, command)
}

type SessionCommand = Exclude<
  DeskCommand,
  {
    type:
      | 'institution.create'
      | 'device.join'
      | 'device.rejoin'
      | 'session.sign-in'
      | 'session.lock'
      | 'session.sign-out'
      | 'session.active'
      | 'folder.choose'
      | 'rescue.save'
  }
>

async function executeInSession(installation: Installation, open: OpenSession, command: SessionCommand): Executed {
  switch (command.type) {
    case 'session.change-passphrase':
      return inTurn(installation, open, () => changePassphrase(installation, open, command))
    case 'recovery.renew':
      return inTurn(installation, open, () => renewRecovery(installation, open, command))
    case 'session.cosign':
      return inTurn(installation, open, () => cosign(installation, open, command))
    case 'draft.save':
    case 'draft.discard':
    case 'device.configure':
      return executeLocally(installation, open, command)
    case 'sync.connect':
      return connect(open, command)
    case 'sync.now':
      return open.sync.syncNow()
    case 'document.produce':
      return produceDocument(installation, open, command)
    case 'export.books':
      return exportFromSession(installation, open, command)
    case 'books.verify':
      return verifyInSession(installation, open, command.depth)
    case 'close-of-business.stop':
      return stopClosing(installation, open)
    case 'close-of-business.resume':
      return resumeClosing(installation, open)
    case 'salvage.forget':
      return forgetList(installation, open)
    case 'import.open':
      return openImport(installation, open)
    case 'import.paste':
      return pasteImport(open, command)
    case 'import.check':
      return checkImport(installation, open, command)
    case 'import.run':
      return runImport(installation, open, command)
    case 'bulk.run':
      return runBulk(installation, open, command)
    case 'bulk.cancel':
      return cancelBulk(open, command)
    case 'bulk.save-results':
      return saveResults(installation, open, command)
    case 'attachment.save':
      return saveAttachment(installation, open, command)
  }
}

/** Who may admit devices says which server they all meet at; the address is nothing but an address. Rule: A48. */
function connect(
  open: OpenSession,
  { serverUrl, code }: Extract<SessionCommand, { type: 'sync.connect' }>,
): Executed | Result<never, Refusal> {
  const refusal = notPermittedHere(open, 'device') ?? notAnAddress(serverUrl)
  return refusal ? refuse(refusal) : open.sync.connect(serverUrl, code)
}

/** The list of what was refused to an earlier log goes when somebody who may approve says that it is dealt with. Rule: Y35. */
function forgetList({ changed }: Installation, open: OpenSession): Result<null, Refusal> {
  const refusal = notPermittedHere(open, 'approve')
  if (refusal) return refuse(refusal)
  forgetSalvage(open.books.db)
  changed(['salvage'])
  return ok(null)
}

/** Ends the session at once, and answers when its books are closed. Where there is no session there is nothing to end. */
async function leave(installation: Installation, name: 'locked' | 'signed-out'): Executed {
  const { session } = installation
  const state = session.state().name
  if (state === 'open' || state === 'locked') session.enter({ name })
  await session.settled()
  return ok(sessionAnswer(installation))
}
