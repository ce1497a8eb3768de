import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { weekdays } from '../calendar/working-days.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { arrears, daysPastDue } from '../loan-life/arrears.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { lifeOf } from '../loans/life-of.ts'
import type { Loan } from '../loans/loan.ts'
import { settledStates } from '../loans/loan-states.ts'
import { termsOf } from '../loans/terms-of.ts'
import { sumsByCurrency } from '../money/sums-by-currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { groupMembers, groupRow, groupRows } from '../storage/groups.ts'
import { loansBy } from '../storage/loan-lists.ts'
import { loadLoan } from '../storage/loans.ts'
import { accountsOfClient, loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { CollectionRow, GroupLoan, GroupLoansAnswer, GroupSummary } from './group-answers.ts'
import { summaryOf } from './loan-answer.ts'
import type { Query } from './query.ts'
import type { Reading } from './reader.ts'

type GroupRow = NonNullable<ReturnType<typeof groupRow>>

function stands({ groupId, number, name, meetsOn, formedOn }: GroupRow): Omit<GroupSummary, 'members'> {
  const day = weekdays.find(one => one === meetsOn)
  return { groupId, number, name, formedOn: businessDate(formedOn), ...(day ? { meetsOn: day } : {}) }
}

/** The groups by name, all of them or those of a client. Rule: L49. */
export const groupsAnswer = (
  db: Database,
  { clientId, limit }: Extract<Query, { type: 'groups' }>,
): readonly GroupSummary[] =>
  groupRows(db, clientId, limit).map(row => ({ ...stands(row), members: groupMembers(db, row.groupId).length }))

/** A loan's due and late amounts on a day. */
function dueOn(loan: Loan, day: BusinessDate): Pick<GroupLoan, 'dueMinor' | 'arrearsMinor' | 'daysPastDue'> {
  const { product, agreement, dates, entries } = loan
  if (!dates || loan.state !== 'active') return { dueMinor: 0n, arrearsMinor: 0n, daysPastDue: 0 }
  const { installments } = lifeOf(termsOf(product, agreement, dates), entries, day)
  const due = installments.filter(one => one.dueOn <= day)
  return {
    dueMinor: due.reduce((sum, { outstanding }) => sum + portionsTotal(outstanding), 0n),
    arrearsMinor: portionsTotal(arrears(installments, day)),
    daysPastDue: daysPastDue(installments, day),
  }
}

/** The loans of a group that are not settled, with what is due on a day. */
const openLoans = (db: Database, groupId: string, day: BusinessDate): readonly GroupLoan[] =>
  loansBy(db, 'group', groupId, 1_000)
    .map(row => ({ row, loan: present(loadLoan(db, row.loanId), 'a listed loan is there') }))
    .filter(({ loan }) => !settledStates.includes(loan.state))
    .map(({ row, loan }) => ({ ...summaryOf(row), ...dueOn(loan, day) }))

/** A group with its loans, and all that its members owe on them. Refuses group-unknown. Rule: L49. */
export function groupLoansAnswer(
  { db, context }: Reading,
  { groupId, date }: Extract<Query, { type: 'group-loans' }>,
): Result<GroupLoansAnswer, Refusal> {
  const group = groupRow(db, groupId)
  if (!group) return refuse({ type: 'group-unknown' })
  const asOf = date ?? dayAtHand(context)
  const loans = openLoans(db, groupId, asOf)
  return ok({
    ...stands(group),
    members: groupMembers(db, groupId),
    asOf,
    loans,
    owed: sumsByCurrency(loans.map(({ outstanding, currency }) => ({ amountMinor: outstanding.principal, currency }))),
    undrawn: sumsByCurrency(
      loans.flatMap(({ state, principalMinor, currency }) =>
        state === 'approved' ? [{ amountMinor: principalMinor, currency }] : [],
      ),
    ),
  })
}

const savingsRows = (db: Database, clientId: string): readonly Pick<CollectionRow, 'accountNumber' | 'currency'>[] =>
  accountsOfClient(db, clientId).flatMap(accountId => {
    const account = loadSavingsAccount(db, accountId, null)
    return account && account.clientId === clientId && account.status !== 'closed'
      ? [{ accountNumber: account.number, currency: account.currency }]
      : []
  })

/** The sheet of a group for a day, member by member: what is due on each loan, then each account. Refuses group-unknown. Rule: L49. */
export function groupCollectionAnswer(
  { db, context }: Reading,
  { groupId, date }: Extract<Query, { type: 'group-collection' }>,
): Result<readonly CollectionRow[], Refusal> {
  if (!groupRow(db, groupId)) return refuse({ type: 'group-unknown' })
  const loans = openLoans(db, groupId, date ?? dayAtHand(context)).filter(({ dueMinor }) => dueMinor > 0n)
  return ok(
    groupMembers(db, groupId).flatMap((member): readonly CollectionRow[] => [
      ...loans
        .filter(({ clientId }) => clientId === member.clientId)
        .map(({ number, currency, dueMinor }) => ({
          ...member,
          kind: 'loan' as const,
          accountNumber: number,
          currency,
          dueMinor,
        })),
      ...savingsRows(db, member.clientId).map(row => ({ ...member, kind: 'savings' as const, ...row, dueMinor: 0n })),
    ]),
  )
}
