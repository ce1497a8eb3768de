import type { JournalCommand } from '../command/command.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import { type Executed, executeJournalCommand } from '../command/execute.ts'
import type { Outcome } from '../command/outcome.ts'
import { requestHashOf } from '../command/request-hash.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { renewAccess } from './change-database-key.ts'
import { goOnClosing } from './close-business.ts'
import { deskOf } from './desk-of.ts'
import { discardDraft, saveDraft } from './drafts.ts'
import { inTurn } from './exclusive.ts'
import { givePassphrase } from './give-passphrase.ts'
import type { Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { configureDevice } from './settings.ts'

/** A journal command for the person signed in; one that gives a passphrase makes the key first. */
export async function executeInJournal(
  installation: Installation,
  session: OpenSession,
  command: JournalCommand,
): Promise<Result<Outcome, Refusal>> {
  const executed =
    command.type === 'staff.add' || command.type === 'staff.set-passphrase'
      ? await inTurn(installation, session, () => givePassphrase(installation, session, command))
      : executeJournalCommand(session.books, deskOf(installation, session, command), command)
  if (!executed.ok) return executed
  afterCommit(installation, session, command, executed.value)
  return ok(executed.value.outcome)
}

/**
 * A second signature is used once; the head of the log follows; the server is told; the window hears where. Who was shut out by the
 * record has lost their slot when it is answered, and the books have another key.
 */
function afterCommit(
  installation: Installation,
  session: OpenSession,
  command: JournalCommand,
  { topics }: Executed,
): void {
  if (session.cosigners.size > 0) session.cosigners.delete(requestHashOf(session.log, command))
  // What somebody signed with the key of before would be wrong in a record after this one.
  if (command.type === 'staff.set-passphrase') session.cosigners.clear()
  session.head.follow()
  session.sync.wake()
  if (topics.length > 0) installation.changed(topics)
  if (command.type === 'day.close' || command.type === 'day.open') {
    session.closing.isStopped = false
    goOnClosing(installation, session)
  }
  if (command.type === 'staff.suspend' || command.type === 'staff.set-passphrase') {
    renewAccess(installation.folder, session)
    installation.session.tell()
  }
}

type LocalCommand = Extract<DeskCommand, { type: 'draft.save' | 'draft.discard' | 'device.configure' }>

/** What is kept in the books' file but is no part of the books. */
export function executeLocally(
  installation: Installation,
  session: OpenSession,
  command: LocalCommand,
): Result<null, Refusal> {
  const { db } = session.books
  const { environment, changed } = installation
  switch (command.type) {
    case 'draft.save':
      saveDraft(db, { staffId: session.staffId, form: command.form }, command.body, environment.now())
      return ok(null)
    case 'draft.discard':
      discardDraft(db, { staffId: session.staffId, form: command.form })
      return ok(null)
    case 'device.configure': {
      const refusal = command.printer === undefined ? null : notPermittedHere(session, 'device', 'drawer')
      if (refusal) return refuse(refusal)
      const configured = configureDevice(db, command)
      if (configured.ok) changed(['settings'])
      return configured
    }
  }
}
