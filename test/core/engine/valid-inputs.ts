import type { Command } from '../../../core/command/command.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import type { QueryInput } from '../../../core/query/query.ts'
import { founding, newKey } from './made-engine.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const log = 'a'.repeat(26)
const record = { log, seq: 1 }
const counted = [{ faceMinor: 100000n, pieces: 1 }]
const cash = { accountId: id, amountMinor: 100n, currency: 'KES' }
const person = { givenNames: 'Achieng', sex: 'female', birthDate: '1988-04-17' }
const journalLines = [
  { account: '5400', side: 'debit', amountMinor: 100n, currency: 'KES' },
  { account: '2270', side: 'credit', amountMinor: 100n, currency: 'KES' },
]
const templateLines = [
  { account: '5400', side: 'debit', shareBp: 10_000 },
  { account: '2270', side: 'credit', amountMinor: 100n },
]
const product = { ...templateProducts('KES')[0], version: 2, validFrom: '2026-03-02' }
const pdf = new TextEncoder().encode('%PDF-1.7')
const deposit = { type: 'savings.deposit', key: id, ...cash }

/** One well-formed command of every type, in the order of the schema, each under a new key. */
export const validCommands = (folder = '/'): readonly { readonly type: Command['type'] }[] => {
  const keyed = (type: string, fields: object = {}) => ({ type, key: newKey(), ...fields })
  const desk = (type: string, fields: object = {}) => ({ type, ...fields })
  return [
    keyed('day.open', { date: '2026-03-02' }),
    keyed('day.close'),
    keyed('drawer.open', { currency: 'KES', counted }),
    keyed('drawer.count', { drawerId: id, counted }),
    keyed('drawer.close', { drawerId: id, counted }),
    keyed('vault.count', { currency: 'KES', counted }),
    keyed('cash.send', { from: { kind: 'drawer', drawerId: id }, to: { kind: 'vault' }, currency: 'KES', counted }),
    keyed('cash.receive', { transferId: id, counted }),
    keyed('cash.cancel-transfer', { transferId: id }),
    keyed('bank-account.add', { account: '1130', bankName: 'Lake Bank', number: '01-234', currency: 'KES' }),
    keyed('rate.publish', { currency: 'USD', from: '2026-03-02', buy: '128.5', mid: '129', sell: '129.5' }),
    keyed('fx.exchange', { currency: 'USD', amountMinor: 100n, into: 'KES', paidMinor: 12850n }),
    keyed('client.register', { client: person }),
    keyed('client.update', { clientId: id, client: person }),
    keyed('savings.open', { clientId: id, productId: 'passbook-savings' }),
    keyed('savings.deposit', cash),
    keyed('savings.withdraw', cash),
    keyed('savings.transfer', { ...cash, toAccountId: '01890a5d-ac96-774b-bcce-b302099a8058' }),
    keyed('savings.reactivate', { accountId: id }),
    keyed('savings.set-overdraft', { accountId: id, limitMinor: 0n }),
    keyed('savings.set-holders', { accountId: id, holders: [], signing: 'any' }),
    keyed('standing-instruction.place', {
      ...cash,
      toAccountId: '01890a5d-ac96-774b-bcce-b302099a8058',
      frequency: 'monthly',
      startsOn: '2026-03-02',
      retryDays: 3,
    }),
    keyed('standing-instruction.cancel', { instructionId: id }),
    keyed('hold.place', { ...cash, reason: 'dispute' }),
    keyed('hold.release', { holdId: id }),
    keyed('hold.capture', { holdId: id, amountMinor: 100n, target: { kind: 'ledger', account: '2270' } }),
    keyed('operation.reverse', { record, reason: 'wrong-amount' }),
    keyed('approval.request', { command: deposit }),
    keyed('approval.decide', { request: record, decision: 'approve' }),
    keyed('receipt.reprint', { record }),
    keyed('branch.open', { code: '002', name: 'Siaya' }),
    keyed('staff.add', { code: 'NEW1', name: 'Joy Naliaka', role: 'teller', passphrase: 'a bowl of oranges' }),
    keyed('staff.set-passphrase', { staffId: id, passphrase: 'a bowl of oranges' }),
    keyed('staff.suspend', { staffId: id }),
    keyed('device.invite', { staffId: id }),
    keyed('device.admit', { inviteId: id, log, publicKey: 'A'.repeat(43) }),
    keyed('device.revoke', { log }),
    keyed('custody.seize', { from: log, to: 'b'.repeat(26) }),
    keyed('chart.add-account', { code: '5430', name: 'Rent', accountType: 'expense', parent: '5000', posting: true }),
    keyed('chart.change-account', { code: '5400', name: 'Office and rent' }),
    keyed('product.publish', { product }),
    keyed('product.retire', { productId: 'basic-savings' }),
    keyed('journal.post', { purpose: 'expense', reference: 'INV-17', lines: journalLines, attachments: [pdf] }),
    keyed('journal-template.save', { name: 'Rent', purpose: 'expense', currency: 'KES', lines: templateLines }),
    keyed('journal-template.retire', { templateId: id }),
    keyed('recurring-journal.save', { templateId: id, frequency: 'monthly', startsOn: '2026-03-02', times: 12 }),
    keyed('recurring-journal.stop', { recurringId: id }),
    keyed('recurring-journal.run', { recurringId: id, dueOn: '2026-03-02' }),
    keyed('period.close', { period: '2026-02' }),
    keyed('period.reopen', { period: '2026-02', reason: 'mistake' }),
    keyed('year.close', { year: 2025 }),
    keyed('year.reopen', { year: 2025, reason: 'audit' }),
    keyed('institution.create', { founding }),
    keyed('device.join', { serverUrl: 'https://localhost:1', invitation: 'x', passphrase: 'a bowl of oranges' }),
    keyed('device.rejoin', { invitation: 'x', passphrase: 'a bowl of oranges' }),
    desk('session.sign-in', { code: 'ZZ9', passphrase: 'wrong' }),
    desk('session.lock'),
    desk('session.sign-out'),
    desk('session.active'),
    desk('session.change-passphrase', { current: 'wrong', next: 'a bowl of oranges' }),
    desk('recovery.renew', { passphrase: 'wrong' }),
    desk('session.cosign', { code: 'MGR1', passphrase: 'wrong', command: deposit }),
    desk('draft.save', { form: 'deposit', body: '{}' }),
    desk('draft.discard', { form: 'deposit' }),
    desk('device.configure', { idleLockMinutes: 5 }),
    desk('sync.connect', { serverUrl: 'https://localhost:1', code: 'x' }),
    desk('sync.now'),
    desk('salvage.forget'),
    desk('document.produce', { document: { kind: 'receipt', record, locale: 'en' }, output: 'pdf' }),
    desk('folder.choose', {}),
    desk('export.books', { folder, order: { format: 'csv' } }),
    desk('books.verify', { depth: 'quick' }),
    desk('rescue.save', { folder }),
  ] as never
}

/** One well-formed query of every type, in the order of the schema. */
export const validQueries = (): readonly QueryInput[] =>
  [
    { type: 'session' },
    { type: 'my-day' },
    { type: 'search', text: 'ach' },
    { type: 'client', clientId: id },
    { type: 'client-photo', clientId: id },
    { type: 'account', accountId: id },
    { type: 'statement', accountId: id },
    { type: 'balance', accountId: id, asOf: '2026-03-02', basis: 'value' },
    { type: 'products' },
    { type: 'product-catalogue' },
    { type: 'product', productId: 'passbook-savings' },
    { type: 'product-preview', product, amountMinor: 100_000n },
    { type: 'recommend-products', clientId: id, use: 'saving', amountMinor: 100_000n, liquidity: 'any-time' },
    { type: 'drawer' },
    { type: 'drawers' },
    { type: 'cash-position' },
    { type: 'bank-accounts' },
    { type: 'rates' },
    { type: 'fx-position' },
    { type: 'trial-balance' },
    {
      type: 'financial-statement',
      statement: { kind: 'balance-sheet', basis: 'booking', days: { to: '2026-03-02' } },
    },
    { type: 'ledger-lines', account: '1110', basis: 'value' },
    { type: 'chart' },
    { type: 'ledger-account', code: '1110' },
    { type: 'ledger-balance', code: '1110', asOf: '2026-03-02' },
    { type: 'periods' },
    { type: 'period-checklist' },
    { type: 'late-records' },
    { type: 'journal-templates' },
    { type: 'recurring-journals' },
    { type: 'recurring-due' },
    { type: 'journal' },
    { type: 'record', record },
    { type: 'attachment', record, place: 0 },
    { type: 'audit-trail' },
    { type: 'trace', text: '1' },
    { type: 'approvals' },
    { type: 'branches' },
    { type: 'staff' },
    { type: 'devices' },
    { type: 'sync' },
    { type: 'attention' },
    { type: 'salvage' },
    { type: 'verification' },
    { type: 'settings' },
    { type: 'draft', form: 'deposit' },
    { type: 'preview', command: deposit },
    { type: 'outcome', key: id },
    { type: 'document', document: { kind: 'receipt', record, locale: 'en' } },
  ] as never
