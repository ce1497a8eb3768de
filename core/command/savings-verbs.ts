import type { LimitName } from '../authority/roles.ts'
import { type ClosingState, closeAccount, finallyPaid } from '../close-of-business/close-account.ts'
import type { Context } from '../decision/context.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { reactivateAccount, setHolders, setOverdraft } from '../savings/account-care.ts'
import { type CaptureState, captureHold } from '../savings/capture-hold.ts'
import { deposit } from '../savings/deposit.ts'
import { openAccount } from '../savings/open-account.ts'
import { placeHold } from '../savings/place-hold.ts'
import { releaseHold } from '../savings/release-hold.ts'
import type { CaptureHold, CloseAccount } from '../savings/savings-commands.ts'
import { cancelInstruction } from '../savings/standing-instruction.ts'
import { takeOver } from '../savings/take-over.ts'
import { transfer } from '../savings/transfer.ts'
import { withdraw } from '../savings/withdraw.ts'
import type { Rated } from './foreign-rate.ts'
import { loadAccount, loadClosing, loadHolders, loadInstruction } from './load-account-care.ts'
import { loadCapture, loadCashMove, loadHold, loadOpening, loadTakeOver, loadTransfer } from './load-client-state.ts'
import { loadPlacing, placeOrder } from './place-instruction.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

/** An amount of an account against a limit of the person, in whatever currency the account is. */
const limitOn =
  (limit: LimitName) =>
  (
    { account: { currency }, rate }: { readonly account: { readonly currency: CurrencyCode } } & Rated,
    { amountMinor }: { readonly amountMinor: bigint },
    { institution }: Context,
  ) =>
    limitedIn(limit, { amountMinor, currency }, institution.currency, rate)

/** Cash counts against the person's limit for paying out; to an account of the ledger, held money goes like a manual journal, for which no rate counts. */
const captureLimit = (state: CaptureState & Rated, command: CaptureHold, context: Context) =>
  command.target.kind === 'drawer'
    ? limitOn('cashOutMinor')(state, command, context)
    : limitOn('manualJournalMinor')({ ...state, rate: null }, command, context)

/** What is paid out at last counts like any money paid out. */
const closingLimit = (state: ClosingState & Rated, command: CloseAccount, { institution }: Context) =>
  limitedIn(
    'cashOutMinor',
    { amountMinor: finallyPaid(state, command), currency: state.account.currency },
    institution.currency,
    state.rate,
  )

/** The verbs of savings accounts and of what is held on them. */
export const savingsVerbs: VerbsOf<'savings' | 'standing-instruction' | 'hold'> = {
  'savings.open': dayVerb({
    recordType: 'savings.opened',
    permission: 'open-account',
    load: loadOpening,
    decide: openAccount,
  }),
  'savings.deposit': dayVerb({
    recordType: 'savings.deposited',
    permission: 'cash-in',
    load: loadCashMove,
    limit: limitOn('cashInMinor'),
    decide: deposit,
  }),
  'savings.withdraw': dayVerb({
    recordType: 'savings.withdrawn',
    permission: 'cash-out',
    load: loadCashMove,
    limit: limitOn('cashOutMinor'),
    decide: withdraw,
  }),
  'savings.transfer': dayVerb({
    recordType: 'savings.transferred',
    permission: 'cash-out',
    load: loadTransfer,
    limit: limitOn('cashOutMinor'),
    decide: transfer,
  }),
  'savings.take-over': dayVerb({
    recordType: 'savings.taken-over',
    permission: 'journal',
    load: loadTakeOver,
    limit: (state, command, context) => limitOn('manualJournalMinor')({ ...state, rate: null }, command, context),
    decide: takeOver,
  }),
  'savings.reactivate': dayVerb({
    recordType: 'savings.reactivated',
    permission: 'approve',
    load: loadAccount,
    decide: reactivateAccount,
  }),
  'savings.set-overdraft': dayVerb({
    recordType: 'savings.overdraft-set',
    permission: 'approve',
    load: loadAccount,
    decide: setOverdraft,
  }),
  'savings.set-holders': dayVerb({
    recordType: 'savings.holders-set',
    permission: 'open-account',
    load: loadHolders,
    decide: setHolders,
  }),
  'savings.close': dayVerb({
    recordType: 'savings.closed',
    permission: 'cash-out',
    load: loadClosing,
    limit: closingLimit,
    decide: closeAccount,
  }),
  'standing-instruction.place': dayVerb({
    recordType: 'standing-instruction.placed',
    permission: 'cash-out',
    load: loadPlacing,
    limit: limitOn('cashOutMinor'),
    decide: placeOrder,
  }),
  'standing-instruction.cancel': dayVerb({
    recordType: 'standing-instruction.cancelled',
    permission: 'cash-out',
    load: loadInstruction,
    decide: cancelInstruction,
  }),
  'hold.place': dayVerb({
    recordType: 'hold.placed',
    permission: 'hold',
    load: loadAccount,
    decide: placeHold,
  }),
  'hold.release': dayVerb({
    recordType: 'hold.released',
    permission: 'hold',
    load: loadHold,
    decide: releaseHold,
  }),
  'hold.capture': dayVerb({
    recordType: 'hold.captured',
    permission: 'hold',
    load: loadCapture,
    limit: captureLimit,
    decide: captureHold,
  }),
}
