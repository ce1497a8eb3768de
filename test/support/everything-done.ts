import type { Role } from '../../core/authority/roles.ts'
import { businessDate } from '../../core/calendar/business-date.ts'
import { period } from '../../core/calendar/period.ts'
import { type CommandOf, type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { nextCloseCommand } from '../../core/command/run-next-close.ts'
import { base64url } from '../../core/crypto/hash.ts'
import { logIdOf } from '../../core/crypto/log-id.ts'
import { signerOf } from '../../core/crypto/signing.ts'
import { recordRefSchema } from '../../core/journal/record.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import type { DenominationCount } from '../../core/money/denominations.ts'
import { rate } from '../../core/money/rate.ts'
import { rawBalance } from '../../core/storage/balances.ts'
import { loadLoan } from '../../core/storage/loans.ts'
import { provisionsAsOf } from '../../core/storage/provision.ts'
import { provisionPolicyOn } from '../../core/storage/provision-postings.ts'
import { type Branch, count, newClient } from './branch.ts'
import type { Known } from './every-question.ts'
import { fillBranch } from './filled-branch.ts'
import { openUnder, plainCurrent, templateProduct } from './products.ts'

/** A command that was posted, and what was told of it. */
export interface Done {
  readonly type: JournalCommand['type']
  readonly topics: readonly string[]
}

interface Watcher {
  readonly begin: (branch: Branch, known: Known) => void
  readonly after: (branch: Branch, done: Done) => void
}

type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> : never
type Say = (role: Role, command: Keyless<JournalCommand>, cosigner?: Role) => Outcome

const KES = 'KES'
const today = businessDate('2026-03-02')
const tomorrow = businessDate('2026-03-03')
const coin = (amountMinor: bigint): DenominationCount => count([amountMinor, 1])

/** Two days in which a command of nearly every type is posted; whoever watches looks at the books after each. */
export function liveThroughEverything({ begin, after }: Watcher): {
  readonly branch: Branch
  readonly done: ReadonlySet<string>
} {
  const filled = fillBranch()
  const { branch } = filled
  const done = new Set<string>()
  const say: Say = (role, command, cosigner) => {
    const parsed = journalCommandSchema.parse({ key: branch.environment.newId(), ...command })
    const newcomer = parsed.type === 'staff.add' || parsed.type === 'staff.set-passphrase' ? newKey(branch) : {}
    const executed = executeJournalCommand(branch.books, { ...branch.desk(role, cosigner), ...newcomer }, parsed)
    if (!executed.ok) throw new Error(`${parsed.type}: ${executed.refusal.type}`)
    done.add(parsed.type)
    after(branch, { type: parsed.type, topics: executed.value.topics })
    return executed.value.outcome
  }
  const of = (name: string): readonly string[] => (filled.named[name] ?? []).map(String)
  const made = beforehand(branch, of('accountId'), of('clientId'))
  const sampled = recordRefSchema.parse(filled.named.record?.[0])
  const records = [...made.records, sampled]
  const known: Known = {
    ...made,
    records,
    loans: of('loanId'),
    paperId: of('paperId')[0] ?? '',
    branchId: of('branchId')[0] ?? '',
  }
  begin(branch, known)
  atTheCounter(branch, say, known)
  withLoans(branch, say, known)
  withProvision(branch, say)
  withCash(branch, say)
  inTheLedger(branch, say, known)
  inTheHouse(branch, say, known)
  atTheEnd(branch, say, known)
  return { branch, done }
}

const newKey = ({ environment }: Branch) => ({
  newcomer: { staffId: environment.newId(), publicKey: base64url(environment.randomBytes(32)) },
})

const overdraft = {
  limitMinor: 500_000n,
  annualPercent: rate('18'),
  principalAccount: '1270',
  receivableAccount: '1280',
  incomeAccount: '4120',
}

/** What the questions are about from the beginning: two clients, and accounts of three products. */
function beforehand(branch: Branch, accountIds: readonly string[], clientIds: readonly string[]) {
  const { must, environment } = branch
  const [clientId = ''] = clientIds
  const other = must('officer', {
    type: 'client.register',
    client: newClient({ givenNames: 'Wanjiku', phone: '+254711000002' }),
  })
  const open = (productId: string) =>
    must('officer', { type: 'savings.open', clientId, productId }).created.accountId ?? ''
  const overdrawn = openUnder(branch, clientId, plainCurrent({ overdraft }))
  const accounts = [...accountIds, open('compulsory-savings'), open('compulsory-savings'), overdrawn]
  const [accountId = ''] = accounts
  const paid = must('officer', { type: 'savings.deposit', accountId, amountMinor: 900_000n, currency: KES })
  const deposit: CommandOf<'savings.deposit'> = {
    type: 'savings.deposit',
    key: environment.newId(),
    accountId,
    amountMinor: 100n,
    currency: KES,
  }
  return { clients: [clientId, other.created.clientId ?? ''], accounts, records: [paid.record], deposit }
}

function atTheCounter(_branch: Branch, say: Say, { clients, accounts, deposit }: Known): void {
  const [clientId = '', otherClient = ''] = clients
  const [accountId = '', toAccountId = '', empty = '', overdrawn = ''] = accounts
  const cash = { accountId, amountMinor: 60_000n, currency: KES } as const
  say('officer', { type: 'client.register', client: newClient({ givenNames: 'Achola', phone: '+254711000003' }) })
  say('officer', {
    type: 'client.update',
    clientId: otherClient,
    client: newClient({ givenNames: 'Wanjiku', phone: '+254711000009' }),
  })
  say('officer', { type: 'savings.open', clientId, productId: 'compulsory-savings' })
  const { key: _key, ...keyless } = deposit
  const { record } = say('officer', keyless)
  say('officer', { type: 'savings.withdraw', ...cash })
  say('officer', { type: 'savings.transfer', ...cash, toAccountId })
  say('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' })
  say('officer', { type: 'receipt.reprint', record })
  say('officer', { type: 'savings.set-holders', accountId, holders: [otherClient], signing: 'any' })
  say('manager', { type: 'savings.set-overdraft', accountId: overdrawn, limitMinor: 100_000n })
  const order = { ...cash, toAccountId, frequency: 'monthly', startsOn: today, retryDays: 3 } as const
  const { instructionId = '' } = say('officer', { type: 'standing-instruction.place', ...order }).created
  say('officer', { type: 'standing-instruction.place', ...order })
  say('officer', { type: 'standing-instruction.cancel', instructionId })
  const hold = { type: 'hold.place', ...cash, reason: 'dispute' } as const
  const [held, released] = [say('officer', hold), say('officer', hold)].map(({ created }) => created.holdId ?? '')
  say('manager', { type: 'hold.release', holdId: released ?? '' })
  say(
    'manager',
    { type: 'hold.capture', holdId: held ?? '', amountMinor: 10_000n, target: { kind: 'ledger', account: '4200' } },
    'head-office',
  )
  say('accountant', { type: 'savings.take-over', accountId: empty, amountMinor: 70_000n, currency: KES }, 'manager')
  const current =
    say('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created.accountId ?? ''
  const large = {
    type: 'savings.deposit',
    key: '01890a5d-ac96-774b-bcce-b302099a8059',
    accountId: current,
    amountMinor: 30_000_000n,
    currency: KES,
  } as const
  const asked = say('officer', { type: 'approval.request', command: large })
  say('manager', { type: 'approval.decide', request: asked.record, decision: 'approve' })
}

/** Loans that come to every end there is. */
function withLoans(branch: Branch, say: Say, { clients }: Known): void {
  const [clientId = '', guarantorId = ''] = clients
  const amountMinor = 500_000n
  const through = { kind: 'drawer' } as const
  const asked = { type: 'loan.draft', clientId, productId: 'microfinance-business-loan' } as const
  const draft = () => say('officer', { ...asked, principalMinor: amountMinor }).created.loanId ?? ''
  const approved = (): string => {
    const loanId = draft()
    say('officer', { type: 'loan.submit', loanId })
    const approval = say('manager', { type: 'loan.approve', loanId, condition: 'The stall is rented' }).record
    say('manager', { type: 'loan.meet-condition', loanId, approval })
    return loanId
  }
  const paidOut = (): string => {
    const loanId = approved()
    say('officer', { type: 'loan.disburse', loanId, amountMinor, currency: KES, to: through })
    return loanId
  }
  const repay = (loanId: string, minor: bigint) =>
    say('officer', { type: 'loan.repay', loanId, amountMinor: minor, currency: KES, from: through })
  say('officer', { type: 'loan.withdraw', loanId: draft() })
  say('manager', { type: 'loan.cancel', loanId: approved() })
  const rejected = draft()
  say('officer', { type: 'loan.submit', loanId: rejected })
  say('manager', { type: 'loan.reject', loanId: rejected, reason: 'papers' })
  const overpaid = paidOut()
  repay(overpaid, 700_000n)
  const refundMinor = loadLoan(branch.books.db, overpaid)?.booked.overpaid ?? 0n
  say('officer', { type: 'loan.refund', loanId: overpaid, amountMinor: refundMinor, currency: KES, to: through })
  const [closes, loanId] = [paidOut(), approved()]
  repay(closes, 300_000n)
  say('officer', { type: 'loan.refinance', loanId, closes, amountMinor, currency: KES, to: through })
  const lost = paidOut()
  const { record } = repay(lost, 20_000n)
  say('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' })
  say('manager', { type: 'loan.charge', loanId: lost, kind: 'fee', amountMinor: 1_000n, currency: KES })
  const event = loadLoan(branch.books.db, lost)?.entries.at(-1)?.id ?? ''
  say('manager', { type: 'loan.waive', loanId: lost, what: { kind: 'charge', event } })
  const [from, to] = [businessDate('2026-04-02'), businessDate('2026-04-09')]
  say('manager', { type: 'loan.reschedule', loanId: lost, from, to })
  const members = [clientId, guarantorId]
  const { groupId = '' } = say('officer', { type: 'group.form', name: 'Umoja', members }).created
  say('officer', { type: 'group.change', groupId, name: 'Umoja wa pili', members })
  const word = { type: 'loan.guarantee', loanId: lost, guarantorId, coversMinor: 1_000n } as const
  const { guaranteeId = '' } = say('officer', word).created
  const thing = { kind: 'vehicle', description: 'Motorcycle', owner: 'Achieng', reference: 'KMC 123' } as const
  const { collateralId = '' } = say('officer', {
    type: 'loan.pledge',
    loanId: lost,
    valueMinor: 9_000n,
    ...thing,
  }).created
  const paid = { loanId: lost, guaranteeId, amountMinor: 100n, currency: KES } as const
  say('officer', { type: 'loan.repay', ...paid, from: through })
  say('officer', { type: 'loan.release-guarantor', loanId: lost, guaranteeId }, 'manager')
  say('officer', { type: 'loan.release-collateral', loanId: lost, collateralId }, 'manager')
  say('manager', { type: 'loan.write-off', loanId: lost })
}

function withProvision({ books: { db } }: Branch, say: Say): void {
  const stagePercents: CommandOf<'provision.set-policy'>['stagePercents'] = [rate('2'), rate('20'), rate('60')]
  say('head-office', { type: 'provision.set-policy', from: today, method: 'stages', stagePercents })
  const [needed] = provisionsAsOf(db, today, provisionPolicyOn(db, today))
  const { allowance = '', differenceMinor = 0n } = needed ?? {}
  say('accountant', { type: 'provision.post', asOf: today, currency: KES, allowance, differenceMinor }, 'manager')
}

function withCash({ books: { db } }: Branch, say: Say): void {
  const from = today
  say('head-office', {
    type: 'rate.publish',
    currency: 'USD',
    from,
    buy: rate('128'),
    mid: rate('129'),
    sell: rate('130'),
  })
  say('officer', { type: 'drawer.open', currency: 'USD', counted: [] })
  say('officer', { type: 'fx.exchange', currency: 'USD', amountMinor: 1_000n, into: KES, paidMinor: 128_000n })
  say('head-office', {
    type: 'rate.publish',
    currency: 'USD',
    from,
    buy: rate('129'),
    mid: rate('130'),
    sell: rate('131'),
  })
  say('accountant', { type: 'fx.revalue', currency: 'USD', asOf: today }, 'manager')
  const drawer = db
    .prepare<[string], { id: string }>(
      'SELECT drawer_id AS id FROM drawer WHERE closed_position IS NULL AND currency = ?',
    )
    .get(KES)
  const drawerId = drawer?.id ?? ''
  const held = (): bigint => rawBalance(db, '1120', drawerId, KES)
  const send = {
    type: 'cash.send',
    from: { kind: 'drawer', drawerId },
    to: { kind: 'vault' },
    currency: KES,
    counted: coin(500n),
  } as const
  const [arrived, called] = [say('officer', send), say('officer', send)].map(({ created }) => created.transferId ?? '')
  say('manager', { type: 'cash.receive', transferId: arrived ?? '', counted: coin(500n) })
  say('officer', { type: 'cash.cancel-transfer', transferId: called ?? '' })
  say('officer', { type: 'drawer.count', drawerId, counted: coin(held() + 1n), note: 'Counted twice' })
  const { vaultId } = db
    .prepare<[string], { vaultId: string }>('SELECT vault_id AS vaultId FROM branch WHERE code = ?')
    .get('001') ?? { vaultId: '' }
  say('manager', { type: 'vault.count', currency: KES, counted: coin(rawBalance(db, '1110', vaultId, KES)) })
  say('accountant', {
    type: 'bank-account.add',
    account: '1130',
    bankName: 'Lake Bank',
    number: 'LB 77',
    currency: KES,
  })
}

function inTheLedger(_branch: Branch, say: Say, { records, paperId }: Known): void {
  const lines = [
    { account: '5400', side: 'debit', amountMinor: 700n, currency: KES },
    { account: '2270', side: 'credit', amountMinor: 700n, currency: KES },
  ] as const
  say('accountant', { type: 'journal.post', purpose: 'expense', lines: [...lines], note: 'March' }, 'manager')
  const shares: CommandOf<'journal-template.save'>['lines'] = [
    { account: '5400', side: 'debit', shareBp: 10_000 },
    { account: '2270', side: 'credit', shareBp: 10_000 },
  ]
  const template = {
    type: 'journal-template.save',
    name: 'Light',
    purpose: 'expense',
    currency: KES,
    lines: shares,
  } as const
  const { templateId = '' } = say('accountant', template).created
  const monthly = { templateId, totalMinor: 9_000n, frequency: 'monthly', startsOn: today } as const
  const { recurringId = '' } = say('accountant', { type: 'recurring-journal.save', ...monthly }, 'manager').created
  say('accountant', { type: 'recurring-journal.run', recurringId, dueOn: today })
  say('accountant', { type: 'recurring-journal.stop', recurringId })
  say('accountant', { type: 'journal-template.retire', templateId })
  say('accountant', {
    type: 'chart.add-account',
    code: '5450',
    name: 'Light',
    accountType: 'expense',
    parent: '5000',
    posting: true,
  })
  say('accountant', { type: 'chart.change-account', code: '5400', name: 'Office and rent' })
  const [, record] = records
  if (record) say('auditor', { type: 'audit.mark-item', paperId, record, mark: 'agreed', note: 'Seen again' })
  const criteria = { from: today, to: today, currency: KES } as const
  say('auditor', { type: 'audit.draw-sample', title: 'Cash', criteria, method: 'largest', size: 5 })
  say('accountant', { type: 'year.close', year: 2025 }, 'manager')
  say('accountant', { type: 'year.reopen', year: 2025, reason: 'audit' }, 'manager')
  say('accountant', { type: 'period.reopen', period: period('2025-12'), reason: 'audit' }, 'manager')
  say('accountant', { type: 'period.close', period: period('2025-12') }, 'manager')
}

function inTheHouse({ environment, desk }: Branch, say: Say, { branchId }: Known): void {
  say('head-office', { type: 'cash-limit.set', branchId, place: 'vault', currency: KES, maxMinor: 90_000_000n })
  say('head-office', {
    type: 'calendar.set',
    restDays: ['sunday'],
    holidays: [{ on: businessDate('2026-12-25'), name: 'Christmas Day' }],
  })
  const product = { ...templateProduct('passbook'), productId: 'basic-savings', version: 2, validFrom: today }
  say('head-office', { type: 'product.publish', product })
  say('head-office', { type: 'product.retire', productId: 'basic-savings' })
  say('head-office', { type: 'branch.open', code: '003', name: 'Homa Bay' })
  say('head-office', {
    type: 'staff.add',
    code: 'TEL3',
    name: 'Ann Chebet',
    role: 'teller',
    passphrase: 'not in the books',
  })
  const { inviteId = '' } = say('head-office', { type: 'device.invite', staffId: desk('teller').staffId }).created
  const { publicKey } = signerOf(environment.randomBytes(32))
  const device = { log: logIdOf(publicKey), publicKey: base64url(publicKey) }
  say('head-office', { type: 'device.admit', inviteId, ...device })
  say('head-office', { type: 'device.revoke', log: device.log })
  say('head-office', { type: 'staff.suspend', staffId: desk('teller').staffId })
}

/** Two accounts are closed, the day too, and its close of business is run; the next day begins. */
function atTheEnd(branch: Branch, say: Say, { accounts }: Known): void {
  const { db } = branch.books
  const [accountId = '', toAccountId = '', third = ''] = accounts
  say('officer', { type: 'savings.close', accountId: third, payout: { kind: 'drawer' } }, 'manager')
  say(
    'officer',
    { type: 'savings.close', accountId: toAccountId, payout: { kind: 'account', toAccountId: accountId } },
    'manager',
  )
  const drawers = db
    .prepare<[], { id: string; currency: CurrencyCode }>(
      'SELECT drawer_id AS id, currency FROM drawer WHERE closed_position IS NULL',
    )
    .all()
  for (const { id, currency } of drawers)
    say('officer', { type: 'drawer.close', drawerId: id, counted: coin(rawBalance(db, '1120', id, currency)) })
  say('officer', { type: 'day.close' }, 'manager')
  for (;;) {
    const next = nextCloseCommand(branch.books, branch.desk('officer'))
    if (!next) break
    say('officer', next)
  }
  branch.environment.setClock(`${tomorrow}T07:00:00.000Z`)
  say('officer', { type: 'day.open', date: tomorrow })
}
