import { requestApproval } from '../approvals/request-approval.ts'
import { closeDay } from '../business-day/close-day.ts'
import { openDay } from '../business-day/open-day.ts'
import { closeDrawer } from '../cash/close-drawer.ts'
import { openDrawer } from '../cash/open-drawer.ts'
import { overShortMinor } from '../cash/over-short.ts'
import { reprintReceipt } from '../corrections/reprint-receipt.ts'
import { reverseJournal } from '../corrections/reverse-journal.ts'
import { reverseOperation } from '../corrections/reverse-operation.ts'
import { registerClient, updateClient } from '../customers/register-client.ts'
import { addStaff } from '../institution/add-staff.ts'
import { openBranch } from '../institution/open-branch.ts'
import { setPassphrase } from '../institution/set-passphrase.ts'
import { suspendStaff } from '../institution/suspend-staff.ts'
import { absoluteMinor } from '../money/amount.ts'
import { captureHold, captureLimit } from '../savings/capture-hold.ts'
import { deposit } from '../savings/deposit.ts'
import { openAccount } from '../savings/open-account.ts'
import { placeHold } from '../savings/place-hold.ts'
import { releaseHold } from '../savings/release-hold.ts'
import { withdraw } from '../savings/withdraw.ts'
import type { CommandOf, JournalCommand } from './command.ts'
import { decideApproval } from './decide-approval.ts'
import { deviceVerbs } from './device-verbs.ts'
import { ledgerVerbs } from './ledger-verbs.ts'
import { loadClosingDrawer, loadDayEnd, loadDayStart, loadOpenDrawer } from './load-cash-state.ts'
import {
  loadCapture,
  loadCashMove,
  loadHeldAccount,
  loadHold,
  loadOpening,
  loadRegistration,
  loadUpdate,
} from './load-client-state.ts'
import { loadReprint, loadReversal } from './load-corrections.ts'
import { loadColleague, loadNewBranch, loadNewcomer } from './load-institution.ts'
import { loadRequest } from './load-request.ts'
import { anytimeVerb, dayVerb, type Verb } from './verb.ts'

/** Every journal command with its permission, its state, its limit and its decision: the program's whole table of contents. */
export const verbs: {
  readonly [T in JournalCommand['type']]: Verb<CommandOf<T>>
} = {
  'day.open': anytimeVerb({
    recordType: 'day.opened',
    permission: 'day',
    load: loadDayStart,
    decide: openDay,
  }),
  'day.close': dayVerb({
    recordType: 'day.closed',
    permission: 'day',
    load: loadDayEnd,
    decide: closeDay,
  }),
  'drawer.open': dayVerb({
    recordType: 'drawer.opened',
    permission: 'drawer',
    load: loadOpenDrawer,
    decide: openDrawer,
  }),
  'drawer.close': dayVerb({
    recordType: 'drawer.closed',
    permission: 'drawer',
    load: loadClosingDrawer,
    limit: (drawer, { counted }) => ({
      limit: 'drawerDifferenceMinor',
      amountMinor: absoluteMinor(overShortMinor(counted, drawer.balanceMinor)),
    }),
    decide: closeDrawer,
  }),
  'client.register': dayVerb({
    recordType: 'client.registered',
    permission: 'register-client',
    load: loadRegistration,
    decide: registerClient,
  }),
  'client.update': dayVerb({
    recordType: 'client.updated',
    permission: 'register-client',
    load: loadUpdate,
    decide: updateClient,
  }),
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
  'operation.reverse': dayVerb({
    recordType: 'operation.reversed',
    permission: 'reverse',
    load: loadReversal,
    limit: ({ held }) => held,
    decide: (state, command, context) =>
      state.kind === 'cash' ? reverseOperation(state, command, context) : reverseJournal(state, command, context),
  }),
  'receipt.reprint': dayVerb({
    recordType: 'receipt.reprinted',
    permission: 'reprint',
    load: loadReprint,
    decide: reprintReceipt,
  }),
  'approval.request': dayVerb({
    recordType: 'approval.requested',
    permission: 'read',
    load: loadRequest(command => verbOf(command)),
    decide: requestApproval,
  }),
  'approval.decide': decideApproval(command => verbOf(command)),
  'branch.open': anytimeVerb({
    recordType: 'branch.opened',
    permission: 'branch',
    isHeadOfficeOnly: true,
    load: loadNewBranch,
    decide: openBranch,
  }),
  'staff.add': anytimeVerb({
    recordType: 'staff.added',
    permission: 'staff',
    isHeadOfficeOnly: true,
    load: loadNewcomer,
    decide: addStaff,
  }),
  'staff.set-passphrase': anytimeVerb({
    recordType: 'staff.keyed',
    permission: 'staff',
    load: loadColleague,
    decide: setPassphrase,
  }),
  'staff.suspend': anytimeVerb({
    recordType: 'staff.suspended',
    permission: 'staff',
    isHeadOfficeOnly: true,
    load: loadColleague,
    decide: suspendStaff,
  }),
  ...deviceVerbs,
  ...ledgerVerbs,
}

/** The verb of a command, typed for the command at hand. */
export const verbOf = (command: JournalCommand): Verb => verbs[command.type] as unknown as Verb
