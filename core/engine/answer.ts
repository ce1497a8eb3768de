import { loadContext } from '../command/load-context.ts'
import { readDocument } from '../documents/read-document.ts'
import { answerQuery } from '../query/answer-query.ts'
import { closeAnswer } from '../query/close-answer.ts'
import type { CloseOfBusinessAnswer } from '../query/close-answers.ts'
import type { Query } from '../query/query.ts'
import { permissionFor } from '../query/query-permissions.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { attentionAnswer } from '../sync/attention-answer.ts'
import { bulkAnswer, bulkResults } from './bulk-state.ts'
import { deskOf } from './desk-of.ts'
import { readDraft } from './drafts.ts'
import { inspectInstallation } from './inspect-installation.ts'
import type { Installation } from './installation.ts'
import { codesOf, readKeyring } from './keyring.ts'
import { notPermittedHere } from './permitted-here.ts'
import { sessionAnswer } from './session-answer.ts'
import type { OpenSession } from './session-state.ts'
import { readSettings } from './settings.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** Answers what the window may ask, and each person what their role may read. While nobody is signed in that is the session alone. Rules: A21, A64. */
export async function answer(installation: Installation, query: Query): Promise<Result<unknown, Refusal>> {
  const { session } = installation
  if (query.type === 'session') {
    const state = session.state()
    if (state.name === 'unavailable' && state.seen === 'outside') await lookAgain(installation)
    return ok(sessionAnswer(installation))
  }
  const open = session.open()
  return open ? answerFromBooks(installation, open, query) : refuse(closedRefusal(installation))
}

/** Another window was closed, a disk plugged in, a keychain unlocked: what was in the way may be gone. */
async function lookAgain(installation: Installation): Promise<void> {
  const { session } = installation
  const before = session.state()
  const found = await inspectInstallation(installation)
  const isSame = found.name === 'unavailable' && before.name === 'unavailable' && found.problem === before.problem
  if (session.state() === before && !isSame) session.enter(found)
}

/** Why nothing can be asked or done here now. */
export function closedRefusal({ session }: Installation): Refusal {
  const state = session.state()
  if (state.name === 'unavailable') return refusalOfProblem(state.problem)
  return { type: state.name === 'no-institution' ? 'no-institution' : 'locked' }
}

function answerFromBooks(
  installation: Installation,
  session: OpenSession,
  query: Exclude<Query, { type: 'session' }>,
): Result<unknown, Refusal> {
  const { books, staffId } = session
  const notPermitted = notPermittedHere(session, permissionFor(query))
  if (notPermitted) return refuse(notPermitted)
  switch (query.type) {
    case 'draft':
      return ok(readDraft(books.db, { staffId, form: query.form }))
    case 'settings':
      return ok(readSettings(books.db))
    case 'sync':
      return ok(session.sync.status())
    case 'bulk':
      return ok(bulkAnswer(session))
    case 'bulk-results':
      return ok(bulkResults(session, query))
    case 'verification':
      return ok(session.verification.progress)
    case 'close-of-business':
      return ok(closingAnswer(installation, session))
    case 'attention':
      return ok(attentionAnswer(books.db))
    case 'document':
      return readDocument(books, deskOf(installation, session), query.document, 'sheets')
    case 'preview':
      return answerQuery(books, previewDesk(installation, session, query), query, [])
    case 'staff':
      return answerQuery(books, deskOf(installation, session), query, signInCodes(installation))
    default:
      return answerQuery(books, deskOf(installation, session), query, [])
  }
}

/** What the books say of it, and whether it is under way here. */
function closingAnswer(installation: Installation, session: OpenSession): CloseOfBusinessAnswer {
  const { isRunning, isStopped, refusal } = session.closing
  const answered = closeAnswer(session.books.db, loadContext(session.books, deskOf(installation, session)))
  if (answered.state === 'nothing-due') return answered
  const state = isRunning ? 'running' : isStopped ? 'stopped' : refusal ? 'refused' : answered.state
  return { ...answered, state, ...(refusal ? { refusal } : {}) }
}

/** A preview is decided as the command would be: with the second person who has signed it, and a stand-in for the key that a passphrase would make. */
function previewDesk(
  installation: Installation,
  session: OpenSession,
  { command }: Extract<Query, { type: 'preview' }>,
) {
  const desk = deskOf(installation, session, command)
  const staffId =
    command.type === 'staff.set-passphrase'
      ? command.staffId
      : command.type === 'staff.add'
        ? installation.environment.newId()
        : null
  return staffId === null ? desk : { ...desk, newcomer: { staffId, publicKey: 'A'.repeat(43) } }
}

function signInCodes({ folder }: Installation): readonly string[] {
  const keyring = readKeyring(folder)
  return keyring ? codesOf(keyring) : []
}
