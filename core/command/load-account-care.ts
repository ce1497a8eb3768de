import { present } from '../assert.ts'
import type { Context } from '../decision/context.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { HoldersState } from '../savings/account-care.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { InstructionState } from '../savings/standing-instruction.ts'
import type { Books } from '../storage/books.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { instructionById } from '../storage/standing-instructions.ts'
import type { CommandOf } from './command.ts'

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
