import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { CommandOfType } from '../../lib/branch.ts'
import type { LoanAct } from '../../routes.ts'

export type LoanCommandType =
  | 'loan.repay'
  | 'loan.disburse'
  | 'loan.refund'
  | 'loan.charge'
  | 'loan.waive'
  | 'loan.reschedule'
  | 'loan.write-off'
  | 'loan.refinance'
export type LoanCommand = CommandOfType<LoanCommandType>

/** What is typed of any act on a loan; each act asks for its own part of it. */
export interface ActForm {
  readonly amount: string
  /** An account of the client; the drawer where it is empty. */
  readonly account: string
  readonly signedBy: readonly string[]
  /** From when a repayment counts, when a charge falls due, where an installment goes. */
  readonly date: string
  /** What is charged, what is waived, the due date that is moved, or the loan that is paid off. */
  readonly what: string
  readonly note: string
}

/** The same, read. */
export interface ReadAct {
  readonly key: string
  readonly amountMinor: bigint | undefined
  readonly date: BusinessDate | undefined
  readonly what: string
  readonly account: string
  readonly note: string
  readonly signatures: { readonly signedBy?: string[] }
}

type Through = CommandOfType<'loan.disburse'>['to']
const throughOf = (accountId: string): Through =>
  accountId === '' ? { kind: 'drawer' } : { kind: 'savings', accountId }

/** What moves money; nothing until an amount is typed. */
function moneyCommand(act: LoanAct, { loanId, currency }: LoanAnswer, read: ReadAct): LoanCommand | undefined {
  const { key, amountMinor, date, what, account, signatures } = read
  if (amountMinor === undefined) return undefined
  const money = { key, loanId, amountMinor, currency }
  switch (act) {
    case 'disburse-loan':
      return { type: 'loan.disburse', ...money, to: throughOf(account) }
    case 'refund-loan':
      return { type: 'loan.refund', ...money, to: throughOf(account) }
    case 'refinance-loan':
      return what === '' ? undefined : { type: 'loan.refinance', ...money, closes: what, to: throughOf(account) }
    default:
      return {
        type: 'loan.repay',
        ...money,
        from: throughOf(account),
        ...(date ? { valueDate: date } : {}),
        ...(account === '' ? {} : signatures),
      }
  }
}

/** Why, where it is said. */
const noted = ({ note }: ReadAct): { readonly note?: string } => (note.trim() === '' ? {} : { note: note.trim() })

function waiver({ loanId }: LoanAnswer, read: ReadAct): LoanCommand | undefined {
  const { key, amountMinor, what } = read
  const head = { type: 'loan.waive', key, loanId, ...noted(read) } as const
  if (what !== 'interest' && what !== 'penalties')
    return what === '' ? undefined : { ...head, what: { kind: 'charge', event: what } }
  return amountMinor === undefined ? undefined : { ...head, what: { kind: what, amountMinor } }
}

function decided(act: LoanAct, loan: LoanAnswer, read: ReadAct): LoanCommand | undefined {
  const { loanId, currency, installments } = loan
  const { amountMinor, date, what } = read
  const head = { key: read.key, loanId, ...noted(read) }
  switch (act) {
    case 'charge-loan': {
      if (amountMinor === undefined) return undefined
      const kind = what === 'penalty' ? 'penalty' : 'fee'
      return { type: 'loan.charge', ...head, kind, amountMinor, currency, ...(date ? { dueOn: date } : {}) }
    }
    case 'reschedule-loan': {
      const from = installments.find(({ dueOn }) => dueOn === what)?.dueOn
      return from && date ? { type: 'loan.reschedule', ...head, from, to: date } : undefined
    }
    case 'waive-loan':
      return waiver(loan, read)
    default:
      return { type: 'loan.write-off', ...head }
  }
}

const moneyActs: readonly LoanAct[] = ['collect-loan', 'repay-loan', 'disburse-loan', 'refund-loan', 'refinance-loan']

export const movesMoney = (act: LoanAct): boolean => moneyActs.includes(act)

/** The command that a form describes; nothing while it does not describe one. */
export function actCommand(act: LoanAct, loan: LoanAnswer, read: ReadAct): LoanCommand | undefined {
  if (movesMoney(act)) return moneyCommand(act, loan, read)
  return decided(act, loan, read)
}
