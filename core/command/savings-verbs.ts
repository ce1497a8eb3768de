import { captureHold, captureLimit } from '../savings/capture-hold.ts'
import { deposit } from '../savings/deposit.ts'
import { openAccount } from '../savings/open-account.ts'
import { placeHold } from '../savings/place-hold.ts'
import { releaseHold } from '../savings/release-hold.ts'
import { transfer } from '../savings/transfer.ts'
import { withdraw } from '../savings/withdraw.ts'
import { loadCapture, loadCashMove, loadHeldAccount, loadHold, loadOpening, loadTransfer } from './load-client-state.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

/** The verbs of savings accounts and of what is held on them. */
export const savingsVerbs: VerbsOf<'savings' | 'hold'> = {
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
    limit: (_state, { amountMinor }) => ({ limit: 'cashInMinor', amountMinor }),
    decide: deposit,
  }),
  'savings.withdraw': dayVerb({
    recordType: 'savings.withdrawn',
    permission: 'cash-out',
    load: loadCashMove,
    limit: (_state, { amountMinor }) => ({
      limit: 'cashOutMinor',
      amountMinor,
    }),
    decide: withdraw,
  }),
  'savings.transfer': dayVerb({
    recordType: 'savings.transferred',
    permission: 'cash-out',
    load: loadTransfer,
    limit: (_state, { amountMinor }) => ({ limit: 'cashOutMinor', amountMinor }),
    decide: transfer,
  }),
  'hold.place': dayVerb({
    recordType: 'hold.placed',
    permission: 'hold',
    load: loadHeldAccount,
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
    limit: (state, command, { institution }) => captureLimit(state, command, institution.currency),
    decide: captureHold,
  }),
}
