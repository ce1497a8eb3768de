import { addBankAccount } from '../cash/add-bank-account.ts'
import { callBackLimit, cancelTransfer } from '../cash/cancel-transfer.ts'
import { discrepancyLimit, receiveCash } from '../cash/receive-cash.ts'
import { sendCash } from '../cash/send-cash.ts'
import { loadBankAccount, loadCallBack, loadReceipt, loadSending } from './load-transfers.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

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
