import type { OpenDayContext } from '../decision/context.ts'
import type { FreeSavings } from '../loans/compulsory-savings.ts'
import type { Loan } from '../loans/loan.ts'
import { checkPostable, type SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { heldFor } from '../storage/holds.ts'
import { accountsOfClient, loadSavingsAccount } from '../storage/savings-accounts.ts'

const isCompulsory = ({ product }: SavingsAccount): boolean => product.kind === 'compulsory'

/** Savings that somebody may pay out of at any time, and those that are there to be held. */
const canBeHeld = ({ product }: SavingsAccount): boolean =>
  product.kind === 'compulsory' || product.kind === 'passbook' || product.kind === 'current'

/** The accounts of a borrower alone that are kept here, compulsory savings first. `closes`: the loan that is paid off, whose holds end with it. */
export function savingsOfBorrower(
  { db }: Books,
  { clientId, currency }: Loan,
  { businessDate, device }: OpenDayContext,
  closes?: string,
): readonly FreeSavings[] {
  const freed = closes === undefined ? [] : heldFor(db, closes)
  return accountsOfClient(db, clientId)
    .flatMap(accountId => loadSavingsAccount(db, accountId, businessDate) ?? [])
    .filter(account => account.holders.length === 1 && canBeHeld(account))
    .filter(account => checkPostable(account, device.logId, currency).ok)
    .toSorted((one, other) => Number(isCompulsory(other)) - Number(isCompulsory(one)))
    .map(({ accountId, custodyEpoch: epoch, balanceMinor, heldMinor }) => ({
      accountId,
      epoch,
      freeMinor: freed
        .filter(hold => hold.accountId === accountId)
        .reduce((free, { amountMinor }) => free + amountMinor, balanceMinor - heldMinor),
    }))
}
