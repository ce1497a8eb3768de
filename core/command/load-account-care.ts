import { present } from '../assert.ts'
import type { ClosingState } from '../close-of-business/close-account.ts'
import { settleAccount } from '../close-of-business/settle-account.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { HoldersState } from '../savings/account-care.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { InstructionState } from '../savings/standing-instruction.ts'
import type { Books } from '../storage/books.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { accrualRowOf, movementsFrom } from '../storage/close-of-business.ts'
import { openDrawerOf } from '../storage/drawers.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { instructionById } from '../storage/standing-instructions.ts'
import type { CommandOf } from './command.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'
import { closingAccount, yearStartMonth } from './load-close-of-business.ts'

/** Clients who may hold an account, each with their tier; null where one of them is not known. */
export function holdersOf(
  { db }: Books,
  ids: readonly string[],
): readonly { readonly clientId: string; readonly kycTier: KycTier }[] | null {
  const holders = ids.map(clientId => ({ clientId, kycTier: kycTierOfClient(db, clientId) }))
  return holders.every((holder): holder is { clientId: string; kycTier: KycTier } => holder.kycTier !== null)
    ? holders
    : null
}

export function loadAccount(
  { db }: Books,
  { accountId }: CommandOf<'hold.place' | 'savings.reactivate' | 'savings.set-overdraft'>,
  { businessDate }: Context,
): Result<SavingsAccount, Refusal> {
  const account = loadSavingsAccount(db, accountId, businessDate)
  return account ? ok(account) : refuse({ type: 'account-unknown' })
}

/** Refuses account-unknown for either account. Of a deposit with a term every movement of it is looked at: an early closing counts them anew. */
export function loadClosing(
  { db }: Books,
  { accountId, payout }: CommandOf<'savings.close'>,
  context: OpenDayContext,
): Result<ClosingState & Rated, Refusal> {
  const { actor, businessDate, device } = context
  const account = loadSavingsAccount(db, accountId, businessDate)
  if (!account) return refuse({ type: 'account-unknown' })
  const target = payout.kind === 'account' ? loadSavingsAccount(db, payout.toAccountId, businessDate) : null
  if (payout.kind === 'account' && !target) return refuse({ type: 'account-unknown' })
  const { currency } = account
  const row = accrualRowOf(db, accountId)
  const at =
    account.maturesOn === null || !row
      ? closingAccount(db, accountId, businessDate, row)
      : {
          account,
          accrual: row.state,
          movements: movementsFrom(db, { accountId, from: account.termFrom }),
          paidIn: [],
          yearStartMonth: yearStartMonth(db),
        }
  const drawer = payout.kind === 'drawer' ? openDrawerOf(db, device.logNo, actor.staffId, currency) : null
  return ok({
    account,
    settled: settleAccount(at, businessDate),
    drawer,
    target,
    rate: foreignRate(db, currency, context),
  })
}

/** Refuses account-unknown, then client-unknown. */
export function loadHolders(
  books: Books,
  { accountId, holders }: CommandOf<'savings.set-holders'>,
  { businessDate }: Context,
): Result<HoldersState, Refusal> {
  const account = loadSavingsAccount(books.db, accountId, businessDate)
  if (!account) return refuse({ type: 'account-unknown' })
  const others = holdersOf(books, holders)
  return others ? ok({ account, others }) : refuse({ type: 'client-unknown' })
}

/** Refuses instruction-unknown. */
export function loadInstruction(
  { db }: Books,
  { instructionId }: CommandOf<'standing-instruction.cancel'>,
  { businessDate }: Context,
): Result<InstructionState, Refusal> {
  const instruction = instructionById(db, instructionId)
  if (!instruction) return refuse({ type: 'instruction-unknown' })
  const account = present(
    loadSavingsAccount(db, instruction.accountId, businessDate),
    'an instruction pays out of an account',
  )
  return ok({ account, isEnded: instruction.endedOn !== null })
}
