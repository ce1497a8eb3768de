import type { SubjectText } from '../audit/audit-event.ts'
import type { Command, JournalCommand } from '../command/command.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import type { Query } from '../query/query.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { grantByCode } from '../storage/reference.ts'
import type { Noted } from './audit-keeper.ts'
import { isJournalCommand } from './command-schema.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'

type Answered = Result<unknown, Refusal>

/**
 * Does the work and tells the audit trail of what has no record of its own: a refusal, a second signature, a decision, a paper, a change of
 * settings. An operation that was recorded costs nothing here: the journal has it. Rules: U1, U2.
 */
export async function witnessed(
  installation: Installation,
  command: Command,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const before = installation.session.open()
  if (command.type === 'sync.now') before?.audit.seal()
  const result = await work()
  const open = installation.session.open()
  if (!open) return result
  tellTries(installation, open)
  const noted =
    before === open ? (result.ok ? doneNote(open, command, result.value) : refusedNote(command, result.refusal)) : null
  if (noted) open.audit.note(noted)
  if (result.ok && command.type === 'day.close') open.audit.seal()
  return result
}

/** Wrong passphrases wait beside the keys while the books are closed. */
function tellTries({ attempts }: Installation, { audit, books }: OpenSession): void {
  const tries = attempts.untold()
  if (tries.length === 0) return
  for (const { code, at, times } of tries)
    audit.note({ kind: 'passphrase-refused', staff: grantByCode(books.db, code)?.staffId ?? null, at, times })
  attempts.told()
}

/** What a person types comes and goes: only what was really asked for is told. */
const isUntold = (type: Command['type']): boolean =>
  type === 'draft.save' || type === 'draft.discard' || type === 'session.active' || type === 'folder.choose'

const refusedNote = (command: Command, refusal: Refusal): Noted | null =>
  isUntold(command.type)
    ? null
    : { kind: 'refused', what: command.type, refusal: refusal.type, ...subjectOfCommand(command) }

const isClean = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'isClean' in answer && answer.isClean === true

/** Where the person named no folder, nothing left the books. */
const isSaved = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'folder' in answer && answer.folder !== null

function doneNote(open: OpenSession, command: Command, answer: unknown): Noted | null {
  if (isJournalCommand(command)) return decisionNote(command)
  const what = command.type
  switch (command.type) {
    case 'session.cosign': {
      const staff = grantByCode(open.books.db, command.code)?.staffId ?? null
      return { kind: 'cosigned', what: command.command.type, staff, ...subjectOfCommand(command.command) }
    }
    case 'session.change-passphrase':
    case 'recovery.renew':
      return { kind: 'passphrase-changed', what }
    case 'device.configure':
    case 'sync.connect':
    case 'salvage.forget':
      return { kind: 'settings-changed', what }
    case 'document.produce':
      return { kind: 'produced', what: `${command.document.kind}.${command.output}`, ...documentSubject(command) }
    case 'books.verify':
      return { kind: 'verified', what: isClean(answer) ? command.depth : `${command.depth}-findings` }
    case 'export.books':
    case 'rescue.save':
      return { kind: 'exported', what }
    case 'attachment.save':
      return isSaved(answer) ? { kind: 'exported', what, ...subjectOfCommand(command) } : null
    default:
      return null
  }
}

const decisionNote = (command: JournalCommand): Noted | null =>
  command.type === 'approval.decide'
    ? {
        kind: command.decision === 'approve' ? 'approved' : 'declined',
        what: command.type,
        ...subjectOfCommand(command),
      }
    : null

type DocumentCommand = Pick<Extract<DeskCommand, { type: 'document.produce' }>, 'document'>

function documentSubject({ document }: DocumentCommand): { readonly subject?: SubjectText } {
  switch (document.kind) {
    case 'receipt':
      return { subject: recordSubject(document.record) }
    case 'statement':
      return { subject: `account/${document.accountId}` }
    case 'ledger':
      return { subject: ledgerSubject(document.lines) }
    case 'working-paper':
      return { subject: `paper/${document.paperId}` }
    case 'loan-paper':
      return { subject: `loan/${document.loanId}` }
    case 'financial-statement':
    case 'salvage':
    case 'posting-guide':
    case 'cash-sheet':
      return {}
  }
}

/** Of one account, or the journal of all. */
const ledgerSubject = ({ account = 'all' }: { readonly account?: string | undefined }): SubjectText =>
  `ledger/${account}`

const recordSubject = ({ log, seq }: { readonly log: string; readonly seq: number }): SubjectText =>
  `record/${log}/${seq}`

const idFields = {
  accountId: 'account',
  loanId: 'loan',
  clientId: 'client',
  holdId: 'hold',
  drawerId: 'drawer',
  staffId: 'staff',
  templateId: 'template',
  recurringId: 'recurring',
  branchId: 'branch',
  paperId: 'paper',
} as const

/** Whom or what a command is about, by its id. */
function subjectOfCommand(command: object): { readonly subject?: SubjectText } {
  const fields: Readonly<Record<string, unknown>> = { ...command }
  for (const within of [fields.command, fields.paper])
    if (typeof within === 'object' && within !== null) return subjectOfCommand(within)
  for (const [name, noun] of Object.entries(idFields))
    if (typeof fields[name] === 'string') return { subject: `${noun}/${fields[name]}` }
  for (const ref of [fields.record, fields.request]) if (isRecordRef(ref)) return { subject: recordSubject(ref) }
  return {}
}

const isRecordRef = (value: unknown): value is { readonly log: string; readonly seq: number } =>
  typeof value === 'object' &&
  value !== null &&
  'log' in value &&
  typeof value.log === 'string' &&
  'seq' in value &&
  typeof value.seq === 'number'

/** Answers a query and tells the audit trail who saw what of a client, and which operations were shown to be impossible. Rule: U2. */
export async function seen(installation: Installation, query: Query, work: () => Promise<Answered>): Promise<Answered> {
  const result = await work()
  const open = installation.session.open()
  const noted = open && (result.ok ? viewNote(query, result.value) : notPermittedNote(query, result.refusal))
  if (noted) open.audit.note(noted)
  return result
}

const notPermittedNote = (query: Query, refusal: Refusal): Noted | null =>
  refusal.type === 'not-permitted' ? { kind: 'refused', what: query.type, refusal: refusal.type } : null

function viewNote(query: Query, answer: unknown): Noted | null {
  const kind = 'viewed'
  const what = query.type
  switch (query.type) {
    case 'client':
    case 'client-photo':
      return { kind, what, subject: `client/${query.clientId}` }
    case 'account':
    case 'statement':
    case 'balance':
      return { kind, what, subject: `account/${query.accountId}` }
    case 'loan':
    case 'collateral-paper':
      return { kind, what, subject: `loan/${query.loanId}` }
    case 'ledger-lines':
      return { kind, what, subject: ledgerSubject(query) }
    case 'record':
    case 'attachment':
      return { kind, what, subject: recordSubject(query.record) }
    case 'document':
      return { kind, what: query.document.kind, ...documentSubject(query) }
    case 'preview':
      return foreseenNote(query.command, answer)
    default:
      return null
  }
}

/** Lifted by a second person, or by typing on: what comes of it is told when it is asked for. */
const comesOfTyping: readonly string[] = [
  'approval-needed',
  'second-person-needed',
  'field-invalid',
  'entry-unbalanced',
]

/** A preview that says no: the person has seen it, and never gets as far as being refused. */
function foreseenNote(command: JournalCommand, answer: unknown): Noted | null {
  if (typeof answer !== 'object' || answer === null || !('refusal' in answer)) return null
  const { refusal } = answer as { refusal: Refusal }
  return comesOfTyping.includes(refusal.type)
    ? null
    : { kind: 'foreseen', what: command.type, refusal: refusal.type, ...subjectOfCommand(command) }
}
