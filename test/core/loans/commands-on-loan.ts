import { businessDate } from '../../../core/calendar/business-date.ts'
import type { JournalCommand } from '../../../core/command/command.ts'
import { loanOf } from '../../support/loans.ts'
import { type Staged, tooMuchMinor, unmetDay } from './loan-stages.ts'

type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> : never

/** Every command that is about a loan, as it would be given at a stage; the first word of each is its type. */
export function commandsOn(staged: Staged) {
  const { branch, loanId, clientId, accountId, otherId, guaranteeId, collateralId, old, fresh } = staged
  const { product, entries, agreement, booked } = loanOf(staged)
  const through = { kind: 'savings', accountId } as const
  const of = (amountMinor: bigint) => ({ loanId, amountMinor, currency: branch.currency }) as const
  const little = of(5_000n)
  const event = entries.findLast(({ type }) => type === 'charged')?.id ?? loanId
  const leftMinor = agreement.principalMinor - booked.paidOut
  const thing = { kind: 'land', description: 'A plot', valueMinor: 9_000n, owner: 'Achieng' } as const
  const monthly = { frequency: 'monthly', startsOn: businessDate('2026-06-02'), retryDays: 0 } as const
  const ordered = {
    accountId,
    toAccountId: loanId,
    amountMinor: 5_000n,
    currency: branch.currency,
    ...monthly,
  } as const
  const moved = { from: businessDate(unmetDay(staged)), to: businessDate('2026-06-20') } as const
  return {
    'loan.draft': { type: 'loan.draft', loanId, clientId, productId: product.productId, principalMinor: 900_000n },
    'loan.submit': { type: 'loan.submit', loanId },
    'loan.approve': { type: 'loan.approve', loanId },
    'loan.meet-condition': { type: 'loan.meet-condition', loanId, approval: { log: 'a'.repeat(26), seq: 1 } },
    'loan.reject': { type: 'loan.reject', loanId, reason: 'other' },
    'loan.withdraw': { type: 'loan.withdraw', loanId },
    'loan.cancel': { type: 'loan.cancel', loanId },
    'loan.guarantee': { type: 'loan.guarantee', loanId, guarantorId: otherId, coversMinor: 1_000n },
    'loan.release-guarantor': { type: 'loan.release-guarantor', loanId, guaranteeId },
    'loan.pledge': { type: 'loan.pledge', loanId, ...thing },
    'loan.release-collateral': { type: 'loan.release-collateral', loanId, collateralId },
    'loan.disburse the rest': { type: 'loan.disburse', ...of(leftMinor > 0n ? leftMinor : 1n), to: through },
    'loan.refinance another': { type: 'loan.refinance', ...of(agreement.principalMinor), closes: old, to: through },
    'loan.refinance by another': {
      type: 'loan.refinance',
      ...of(2_000_000n),
      loanId: fresh,
      closes: loanId,
      to: through,
    },
    'loan.repay a little': { type: 'loan.repay', ...little, from: through },
    'loan.repay too much': { type: 'loan.repay', ...of(tooMuchMinor), from: through },
    'standing-instruction.place': { type: 'standing-instruction.place', ...ordered },
    'loan.charge': { type: 'loan.charge', ...little, kind: 'fee' },
    'loan.waive the charge': { type: 'loan.waive', loanId, what: { kind: 'charge', event } },
    'loan.waive interest': { type: 'loan.waive', loanId, what: { kind: 'interest', amountMinor: 100n } },
    'loan.waive penalties': { type: 'loan.waive', loanId, what: { kind: 'penalties', amountMinor: 100n } },
    'loan.reschedule': { type: 'loan.reschedule', loanId, ...moved },
    'loan.refund': { type: 'loan.refund', ...little, to: through },
    'loan.write-off': { type: 'loan.write-off', loanId },
  } as const satisfies Readonly<Record<string, Keyless<JournalCommand>>>
}

export type CommandOnLoan = keyof ReturnType<typeof commandsOn>
