import { addBankAccount } from '../cash/add-bank-account.ts'
import { callBackLimit, cancelTransfer } from '../cash/cancel-transfer.ts'
import { overShortMinor } from '../cash/over-short.ts'
import { type ReceiveState, receiveCash } from '../cash/receive-cash.ts'
import { sendCash } from '../cash/send-cash.ts'
import type { ReceiveCash } from '../cash/transfer-commands.ts'
import type { OpenDayContext } from '../decision/context.ts'
import { oversees } from '../decision/oversees.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { Rated } from './foreign-rate.ts'
import { loadBankAccount, loadCallBack, loadReceipt, loadSending } from './load-transfers.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** A difference that stands is for who oversees: within their limit, or with one as second person. */
function discrepancyLimit(
  { transfer: { amountMinor, currency }, rate }: ReceiveState & Rated,
  { counted }: ReceiveCash,
  { actor, institution }: OpenDayContext,
) {
  const difference = { amountMinor: absoluteMinor(overShortMinor(counted, amountMinor)), currency }
  if (difference.amountMinor === 0n || oversees(actor))
    return limitedIn('drawerDifferenceMinor', difference, institution.currency, rate)
  return { alwaysTwo: true, ...difference } as const
}

/** The verbs of cash that goes from one person to another, and to and from the bank. */
export const transferVerbs: VerbsOf<'cash' | 'bank-account'> = {
  'cash.send': dayVerb({
    recordType: 'cash.sent',
    permission: 'drawer',
    load: loadSending,
    decide: sendCash,
  }),
  'cash.receive': dayVerb({
    recordType: 'cash.received',
    booksIntoClosed: true,
    permission: 'drawer',
    load: loadReceipt,
    limit: discrepancyLimit,
    decide: receiveCash,
  }),
  'cash.cancel-transfer': dayVerb({
    recordType: 'cash.transfer-cancelled',
    booksIntoClosed: true,
    permission: 'drawer',
    load: loadCallBack,
    limit: callBackLimit,
    decide: cancelTransfer,
  }),
  'bank-account.add': anytimeVerb({
    recordType: 'bank-account.added',
    permission: 'chart',
    isHeadOfficeOnly: true,
    load: loadBankAccount,
    decide: addBankAccount,
  }),
}
