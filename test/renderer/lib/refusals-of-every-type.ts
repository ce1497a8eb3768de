import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Refusal } from '../../../core/refusal.ts'

type ByType = {
  readonly [T in Refusal['type']]: Extract<Refusal, { type: T }>
}

const record = { log: 'abcdefghijklmnopqrstuvwxyz', seq: 41 }
const money = { currency: 'KES', availableMinor: 124_000n } as const
const day = businessDate('2026-03-12')
const plain = <T extends Refusal['type']>(type: T) => ({ type })

/** One refusal of each type: a type that is missing does not compile. */
const byType: ByType = {
  'field-invalid': {
    type: 'field-invalid',
    field: 'client.birthDate',
    rule: 'not-a-date',
  },
  'key-reused': { type: 'key-reused', field: 'amountMinor', record },
  'no-institution': plain('no-institution'),
  'institution-exists': plain('institution-exists'),
  locked: plain('locked'),
  'sign-in-refused': { type: 'sign-in-refused', waitSeconds: 4 },
  'sign-in-too-soon': { type: 'sign-in-too-soon', waitSeconds: 4 },
  'staff-code-taken': { type: 'staff-code-taken', code: 'AM01' },
  'staff-unknown': plain('staff-unknown'),
  'staff-suspended': plain('staff-suspended'),
  'cosign-own-operation': plain('cosign-own-operation'),
  'own-passphrase': plain('own-passphrase'),
  'not-head-office': plain('not-head-office'),
  'not-permitted': {
    type: 'not-permitted',
    permission: 'cash-out',
    role: 'auditor',
  },
  'log-frozen': plain('log-frozen'),
  'role-not-below-yours': { type: 'role-not-below-yours', role: 'manager' },
  'grant-expired': {
    type: 'grant-expired',
    validUntil: '2026-03-12T08:00:00.000Z',
  },
  'approval-needed': {
    type: 'approval-needed',
    limit: 'cashOutMinor',
    limitMinor: 1n,
    amountMinor: 2n,
    currency: 'KES',
  },
  'second-person-needed': { type: 'second-person-needed', amountMinor: 100n, currency: 'KES' },
  'day-not-open': plain('day-not-open'),
  'day-already-open': { type: 'day-already-open', date: day },
  'day-not-after-last': { type: 'day-not-after-last', lastDate: day },
  'day-too-far-ahead': { type: 'day-too-far-ahead', latestDate: day },
  'drawers-open': { type: 'drawers-open', count: 2 },
  'drawer-not-open': plain('drawer-not-open'),
  'drawer-already-open': plain('drawer-already-open'),
  'drawer-not-yours': plain('drawer-not-yours'),
  'drawer-short': { type: 'drawer-short', ...money },
  'vault-short': { type: 'vault-short', ...money },
  'difference-needs-note': {
    type: 'difference-needs-note',
    differenceMinor: -500n,
    currency: 'KES',
  },
  'client-unknown': plain('client-unknown'),
  'client-too-young': { type: 'client-too-young', minimumAge: 16 },
  'birth-date-in-future': plain('birth-date-in-future'),
  'client-may-exist': {
    type: 'client-may-exist',
    clientId: '',
    number: 'C1',
    name: 'أمينة',
    because: 'phone',
  },
  'product-unknown': plain('product-unknown'),
  'account-unknown': plain('account-unknown'),
  'account-not-active': { type: 'account-not-active', status: 'closed' },
  'account-in-other-custody': {
    type: 'account-in-other-custody',
    deviceCode: '02',
  },
  'currency-differs': { type: 'currency-differs', expected: 'KES' },
  'amount-above-maximum': {
    type: 'amount-above-maximum',
    maxMinor: 1n,
    currency: 'KES',
  },
  'opening-below-minimum': {
    type: 'opening-below-minimum',
    minimumMinor: 1n,
    currency: 'KES',
  },
  'balance-below-minimum': {
    type: 'balance-below-minimum',
    minimumMinor: 50_000n,
    ...money,
  },
  'daily-limit-exceeded': {
    type: 'daily-limit-exceeded',
    limitMinor: 2n,
    remainingMinor: 1n,
    currency: 'KES',
  },
  'hold-unknown': plain('hold-unknown'),
  'hold-not-active': plain('hold-not-active'),
  'record-unknown': plain('record-unknown'),
  'not-reversible': { type: 'not-reversible', recordType: 'day.opened' },
  'already-reversed': { type: 'already-reversed', by: record },
  'drawer-closed-since': plain('drawer-closed-since'),
  'approval-unknown': plain('approval-unknown'),
  'approval-decided': plain('approval-decided'),
  'approval-not-needed': plain('approval-not-needed'),
  'own-request': plain('own-request'),
  'ledger-account-unknown': { type: 'ledger-account-unknown', account: '5430', line: 1 },
  'ledger-account-closed': { type: 'ledger-account-closed', account: '5430' },
  'ledger-account-is-header': { type: 'ledger-account-is-header', account: '5000', line: 0 },
  'ledger-account-controlled': { type: 'ledger-account-controlled', account: '1120', line: 0 },
  'entry-unbalanced': { type: 'entry-unbalanced', differenceMinor: -100n, currency: 'KES' },
  'value-date-ahead': { type: 'value-date-ahead', latestDate: day },
  'branch-unknown': plain('branch-unknown'),
  'ledger-account-not-header': { type: 'ledger-account-not-header', account: '5430' },
  'ledger-account-type-differs': { type: 'ledger-account-type-differs', account: '5000', expected: 'expense' },
  'ledger-account-below-itself': { type: 'ledger-account-below-itself', account: '5000' },
  'ledger-account-in-use': { type: 'ledger-account-in-use', account: '1110', use: 'program' },
  'ledger-code-taken': { type: 'ledger-code-taken', account: '5430' },
  'chart-too-deep': { type: 'chart-too-deep', depthMax: 6 },
  'no-receipt': plain('no-receipt'),
  'already-printed': plain('already-printed'),
  'printer-not-set': plain('printer-not-set'),
  'printer-unreachable': {
    type: 'printer-unreachable',
    host: '192.168.1.50',
    port: 9100,
  },
  'statement-range': { type: 'statement-range', from: day, to: day },
  'server-unreachable': plain('server-unreachable'),
  'server-address-insecure': plain('server-address-insecure'),
  'already-connected': plain('already-connected'),
  'not-connected': plain('not-connected'),
  'invitation-refused': { type: 'invitation-refused', reason: 'expired' },
  'storage-full': plain('storage-full'),
  'storage-unavailable': { type: 'storage-unavailable', code: 'SQLITE_IOERR' },
  'engine-failed': plain('engine-failed'),
  'outcome-unknown': plain('outcome-unknown'),
}

export const refusalsOfEveryType: readonly Refusal[] = Object.values(byType)
