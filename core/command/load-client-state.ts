import { present } from '../assert.ts'
import type { RegistrationState } from '../customers/register-client.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import { readableNumber } from '../ledger/check-digit.ts'
import { cashIncrementOf, isPayableInCash } from '../money/cash-increments.ts'
import { isDepositProduct } from '../products/product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CaptureState } from '../savings/capture-hold.ts'
import type { CashMoveState } from '../savings/deposit.ts'
import type { OpeningState } from '../savings/open-account.ts'
import type { HoldState } from '../savings/release-hold.ts'
import type { TakeOverState } from '../savings/take-over.ts'
import type { TransferState } from '../savings/transfer.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { clientRow, likelyDuplicates } from '../storage/clients.ts'
import { hasStandingLines } from '../storage/corrections.ts'
import { openDrawerOf } from '../storage/drawers.ts'
import { holdById } from '../storage/holds.ts'
import { nextInSeries } from '../storage/number-series.ts'
import { productsOn } from '../storage/products.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { CommandOf } from './command.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'
import { holdersOf } from './load-account-care.ts'
import { yearStartMonth } from './load-close-of-business.ts'

export const loadRegistration = (
  { db }: Books,
  { client }: CommandOf<'client.register'>,
  { branch, device }: Context,
): Result<RegistrationState, Refusal> =>
  ok({
    number: readableNumber('C', branch.code, device.code, nextInSeries(db, 'client', device.logId)),
    duplicates: likelyDuplicates(db, client),
  })

export const loadUpdate = (
  { db }: Books,
  { clientId, client }: CommandOf<'client.update'>,
): Result<Pick<RegistrationState, 'duplicates'>, Refusal> =>
  clientRow(db, clientId) ? ok({ duplicates: likelyDuplicates(db, client) }) : refuse({ type: 'client-unknown' })

/** Refuses client-unknown, then product-unknown. */
export function loadOpening(
  books: Books,
  { clientId, productId, holders: others }: CommandOf<'savings.open'>,
  { branch, device, businessDate }: Context,
): Result<OpeningState, Refusal> {
  const holders = holdersOf(books, [clientId, ...(others ?? [])])
  if (!holders) return refuse({ type: 'client-unknown' })
  const { db } = books
  const product = productsOn(db, businessDate).find(one => one.productId === productId)
  if (!product || !isDepositProduct(product)) return refuse({ type: 'product-unknown' })
  const number = readableNumber('S', branch.code, device.code, nextInSeries(db, 'account', device.logId))
  return ok({ holders, product, number })
}

/** Refuses account-unknown, then drawer-not-open: cash moves only through the person's own open drawer. */
export function loadCashMove(
  { db }: Books,
  { accountId, amountMinor, currency }: CommandOf<'savings.deposit' | 'savings.withdraw'>,
  context: OpenDayContext,
): Result<CashMoveState & Rated, Refusal> {
  const { actor, businessDate, device } = context
  const account = loadSavingsAccount(db, accountId, businessDate)
  if (!account) return refuse({ type: 'account-unknown' })
  if (currency !== account.currency) return refuse({ type: 'currency-differs', expected: account.currency })
  if (!isPayableInCash(amountMinor, currency))
    return refuse({ type: 'not-payable-in-cash', incrementMinor: cashIncrementOf(currency), currency })
  const drawer = openDrawerOf(db, device.logNo, actor.staffId, account.currency)
  return drawer
    ? ok({ account, drawer, rate: foreignRate(db, currency, context) })
    : refuse({ type: 'drawer-not-open' })
}

/** Refuses account-unknown for either account, the paying one first. */
export function loadTransfer(
  { db }: Books,
  { accountId, toAccountId }: CommandOf<'savings.transfer' | 'standing-instruction.place'>,
  context: OpenDayContext,
): Result<TransferState & Rated, Refusal> {
  const [account, target] = [accountId, toAccountId].map(id => loadSavingsAccount(db, id, context.businessDate))
  return account && target
    ? ok({ account, target, rate: foreignRate(db, account.currency, context) })
    : refuse({ type: 'account-unknown' })
}

/** Refuses account-unknown. */
export function loadTakeOver(
  { db }: Books,
  { accountId }: CommandOf<'savings.take-over'>,
  { businessDate }: Context,
): Result<TakeOverState, Refusal> {
  const account = loadSavingsAccount(db, accountId, businessDate)
  if (!account) return refuse({ type: 'account-unknown' })
  return ok({
    account,
    isUsed: hasStandingLines(db, accountId),
    chart: chartOf(db),
    yearStartMonth: yearStartMonth(db),
  })
}

export function loadHold(
  { db }: Books,
  { holdId }: Pick<CommandOf<'hold.release'>, 'holdId'>,
  { businessDate }: Context,
): Result<HoldState, Refusal> {
  const hold = holdById(db, holdId)
  if (!hold) return refuse({ type: 'hold-unknown' })
  const account = present(loadSavingsAccount(db, hold.accountId, businessDate), 'a hold is on an account')
  return ok({
    hold: {
      holdId,
      isActive: hold.resolvedPosition === null,
      isOfLoan: hold.loanId !== null,
      reason: hold.reason,
      amountMinor: hold.amountMinor,
    },
    account,
  })
}

/** Refuses hold-unknown. */
export function loadCapture(
  books: Books,
  { holdId, target }: CommandOf<'hold.capture'>,
  context: OpenDayContext,
): Result<CaptureState & Rated, Refusal> {
  const held = loadHold(books, { holdId }, context)
  if (!held.ok) return held
  const { db } = books
  const { currency } = held.value.account
  const { actor, device } = context
  const drawer = target.kind === 'drawer' ? openDrawerOf(db, device.logNo, actor.staffId, currency) : null
  return ok({ ...held.value, drawer, chart: chartOf(db), rate: foreignRate(db, currency, context) })
}
