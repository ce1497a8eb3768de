import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { JournalRecord } from '../journal/record.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { loanDrafted } from '../loans/loan-records.ts'
import { savingsOpened } from '../savings/savings-records.ts'
import { recordAt } from './records.ts'
import { prepared } from './run.ts'

const custodyOf = prepared<{ accountId: string }, { custodian_log: string; custody_epoch: number }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select(['custodian_log', 'custody_epoch'])
    .where('account_id', '=', param('accountId')),
)
const custodyOfLoan = prepared<{ loanId: string }, { custodian_log: string; custody_epoch: number }>((db, param) =>
  db.selectFrom('loan').select(['custodian_log', 'custody_epoch']).where('loan_id', '=', param('loanId')),
)
const accountOfHold = prepared<{ holdId: string }, { account_id: string }>((db, param) =>
  db.selectFrom('hold').select('account_id').where('hold_id', '=', param('holdId')),
)

const payerOf = prepared<{ instructionId: string }, { account_id: string }>((db, param) =>
  db.selectFrom('standing_instruction').select('account_id').where('instruction_id', '=', param('instructionId')),
)

/** Of the close of business: every account and loan that it says something of. */
const closedIn = z.object({
  step: z.string(),
  accounts: z.array(z.object({ accountId: uuidSchema, epoch: z.int() })).default([]),
  loans: z.array(z.object({ loanId: uuidSchema, epoch: z.int() })).default([]),
  epochs: z.record(z.string(), z.int()).default({}),
  instruction: z
    .object({
      instructionId: uuidSchema,
      accountId: uuidSchema,
      happened: z.object({ loanId: uuidSchema }).optional(),
    })
    .optional(),
  maturity: z.object({ accountId: uuidSchema }).optional(),
})

/** What a body may name that leads to a savings account or a loan; everything else in it is nothing to custody. */
const named = z.object({
  accountId: uuidSchema.optional().catch(undefined),
  loanId: uuidSchema.optional().catch(undefined),
  /** Of a new loan: the one that it paid off. Of a reversal: the one that is as if it had not been. */
  closed: z.object({ loanId: uuidSchema }).optional().catch(undefined),
  loan: z.object({ loanId: uuidSchema }).optional().catch(undefined),
  savingsHeld: z
    .array(z.object({ accountId: uuidSchema }))
    .optional()
    .catch(undefined),
  holdId: uuidSchema.optional().catch(undefined),
  record: recordRefSchema.optional().catch(undefined),
})

/**
 * The savings account or the loan that the record touches, by its lines, body or custody, without being the account's custodian in the epoch that
 * holds now; null when there is none. Asked before the record is applied. Rule: Y22.
 */
export function violatedCustody(db: Database, record: JournalRecord): string | null {
  const opened = record.type === 'savings.opened' ? savingsOpened.safeParse(record.body) : null
  if (opened?.success && opened.data.custodian !== record.log) return opened.data.accountId
  const drafted = record.type === 'loan.drafted' ? loanDrafted.safeParse(record.body) : null
  if (drafted?.success && drafted.data.custodian !== record.log) return drafted.data.loanId
  const stated = statedCustody(record)
  return touchedAccounts(db, record).find(accountId => !isCustodian(db, record.log, stated, accountId)) ?? null
}

interface Stated {
  readonly account: string
  readonly epoch: number
}

/** Of a piece that goes through loans: of those that it only books to, the first epoch where it does not say which. */
function epochsOfLoans({ body, entries }: JournalRecord): readonly Stated[] {
  const { step, loans, epochs } = closedIn.parse(body)
  if (step !== 'loans') return []
  const named = new Set(loans.map(({ loanId }) => loanId))
  const earned = entries
    .flatMap(({ lines }) => lines.map(({ subAccount }) => subAccount))
    .filter(account => account !== undefined && !named.has(account))
    .map(account => ({ account: String(account), epoch: epochs[String(account)] ?? 1 }))
  return [...loans.map(({ loanId: account, epoch }) => ({ account, epoch })), ...earned]
}

/** What a record says of whose custody it acted under; the close of business says it account by account. */
function statedCustody(record: JournalRecord): readonly Stated[] {
  const { type, custody = [], body } = record
  if (type !== 'close-of-business.ran') return custody
  const accounts = closedIn.parse(body).accounts.map(({ accountId: account, epoch }) => ({ account, epoch }))
  return [...custody, ...accounts, ...epochsOfLoans(record)]
}

function isCustodian(db: Database, log: string, stated: readonly Stated[], accountId: string): boolean {
  const held = custodyOf.get(db, { accountId }) ?? custodyOfLoan.get(db, { loanId: accountId })
  if (!held) return true
  const epochs = stated.filter(({ account }) => account === accountId).map(({ epoch }) => epoch)
  return held.custodianLog === log && epochs.length > 0 && epochs.every(epoch => epoch === held.custodyEpoch)
}

/** The account that a piece of the close of business pays out of by order, or deals with at its maturity. */
function movedByClose(db: Database, { type, body }: JournalRecord): readonly (string | undefined)[] {
  if (type !== 'close-of-business.ran') return []
  const { instruction, maturity } = closedIn.parse(body)
  const ordered = instruction && payerOf.get(db, { instructionId: instruction.instructionId })?.accountId
  return [ordered, instruction?.accountId, instruction?.happened?.loanId, maturity?.accountId]
}

const loansIn = ({ loanId, closed, loan }: Pick<z.infer<typeof named>, 'loanId' | 'closed' | 'loan'>) => [
  loanId,
  closed?.loanId,
  loan?.loanId,
]

function touchedAccounts(db: Database, record: JournalRecord): readonly string[] {
  const { accountId, holdId, savingsHeld = [], record: reversed, ...loans } = named.parse(record.body)
  const held = holdId && accountOfHold.get(db, { holdId })?.accountId
  const original = record.type === 'operation.reversed' && reversed ? recordAt(db, reversed) : null
  const undone = original && named.parse(original.record.body)
  const touched = [
    ...record.entries.flatMap(({ lines }) => lines.map(({ subAccount }) => subAccount)),
    ...statedCustody(record).map(({ account }) => account),
    ...movedByClose(db, record),
    accountId,
    ...loansIn(loans),
    ...savingsHeld.map(one => one.accountId),
    held,
    undone?.accountId,
    ...(undone ? loansIn(undone) : []),
  ]
  return [...new Set(touched)].filter(account => typeof account === 'string')
}
