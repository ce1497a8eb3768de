import { assert } from '../../core/assert.ts'
import { businessDate } from '../../core/calendar/business-date.ts'
import { period } from '../../core/calendar/period.ts'
import { journalCommandSchema } from '../../core/command/command.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { base64url } from '../../core/crypto/hash.ts'
import { logIdOf } from '../../core/crypto/log-id.ts'
import { signerOf } from '../../core/crypto/signing.ts'
import type { PostJournal } from '../../core/manual-journals/journal-commands.ts'
import type { SaveTemplate } from '../../core/manual-journals/template-commands.ts'
import { type Branch, type BranchOptions, count, makeBranch, newClient } from './branch.ts'

/** The newest of everything that a command can name, by the name of the field. */
export type Named = Readonly<Record<string, readonly unknown[]>>

export interface FilledBranch {
  readonly branch: Branch
  readonly named: Named
}

const newCommandKey = '01890a5d-ac96-774b-bcce-b302099a8058'
const known = newClient({ phone: '+254711223355', idDocument: { kind: 'passport', number: 'AK0117' } })
const rentOf = (amountMinor: bigint): PostJournal['lines'] => [
  { account: '5400', side: 'debit', amountMinor, currency: 'KES' },
  { account: '2270', side: 'credit', amountMinor, currency: 'KES' },
]
const shares: SaveTemplate['lines'] = [
  { account: '5400', side: 'debit', shareBp: 10_000 },
  { account: '2270', side: 'credit', shareBp: 10_000 },
]

/** A branch where something of every kind has happened: months, people, devices, cash, holds, journals, requests, corrections. */
export function fillBranch(options: BranchOptions = {}): FilledBranch {
  const branch = makeBranch({ start: '2025-12-30T07:00:00.000Z', ...options })
  const { must } = branch
  must('manager', { type: 'day.open', date: businessDate('2025-12-30') })
  must('manager', { type: 'day.close' })
  branch.environment.setClock('2026-03-02T07:00:00.000Z')
  must('manager', { type: 'day.open', date: businessDate('2026-03-02') })
  must('accountant', { type: 'period.close', period: period('2025-12') }, 'manager')
  const people = fillHouse(branch)
  const counter = fillCounter(branch)
  const loans = fillLoans(branch, counter.clientId[0])
  const journals = fillJournals(branch)
  const record = [...counter.record, ...journals.record, ...loans.record]
  const named = { ...people, ...counter, ...loans, ...journals, record }
  return { branch, named: { ...named, anyId: Object.values(named).flat() } }
}

function fillHouse({ must, desk, books, environment }: Branch): Named {
  const { branchId } = must('head-office', { type: 'branch.open', code: '002', name: 'Siaya' }).created
  const newcomer = { staffId: environment.newId(), publicKey: base64url(environment.randomBytes(32)) }
  const person = { code: 'TEL2', name: 'Joy Naliaka', role: 'teller', passphrase: 'not in the books' } as const
  const add = journalCommandSchema.parse({ type: 'staff.add', key: environment.newId(), ...person })
  const added = executeJournalCommand(books, { ...desk('head-office'), newcomer }, add)
  assert(added.ok, 'a teller is added')
  const invite = { type: 'device.invite', staffId: desk('teller').staffId } as const
  const device = (): { readonly log: string; readonly publicKey: string } => {
    const { publicKey } = signerOf(environment.randomBytes(32))
    return { log: logIdOf(publicKey), publicKey: base64url(publicKey) }
  }
  const [gone, next] = [device(), device()]
  const { inviteId = '' } = must('head-office', invite).created
  must('head-office', { type: 'device.admit', inviteId, ...gone })
  must('head-office', { type: 'device.revoke', log: gone.log })
  const open = must('head-office', invite).created.inviteId
  const own = desk('officer').log.logId
  return {
    branchId: [branchId],
    staffId: [newcomer.staffId, desk('officer').staffId],
    inviteId: [open, inviteId],
    log: [next.log, gone.log, own],
    publicKey: [next.publicKey, gone.publicKey],
    from: [gone.log, next.log, own],
    to: [own, gone.log],
  }
}

function fillCounter({ must }: Branch) {
  const currency = 'KES' as const
  const { drawerId } = must('officer', { type: 'drawer.open', currency, counted: count([100000n, 20]) }).created
  const { clientId = '' } = must('officer', { type: 'client.register', client: known }).created
  const { accountId = '' } = must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created
  const pay = (amountMinor: bigint) => must('officer', { type: 'savings.deposit', accountId, amountMinor, currency })
  const [first, wrong] = [pay(300_000n), pay(99_900n)]
  must('officer', { type: 'savings.withdraw', accountId, amountMinor: 1000n, currency })
  const hold = { type: 'hold.place', accountId, amountMinor: 20_000n, currency, reason: 'guarantee' } as const
  const [held, released] = [must('officer', hold), must('officer', hold)]
  must('officer', { type: 'hold.release', holdId: released.created.holdId ?? '' })
  const undone = must('officer', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' })
  must('officer', { type: 'receipt.reprint', record: first.record })
  must('officer', { type: 'client.update', clientId, client: { ...known, address: 'Plot 9' } })
  const waiting = {
    type: 'savings.deposit',
    key: newCommandKey,
    accountId,
    amountMinor: 30_000_000n,
    currency,
  } as const
  const asked = must('officer', { type: 'approval.request', command: waiting })
  const day = businessDate('2026-03-02')
  const paper = must('auditor', {
    type: 'audit.draw-sample',
    title: 'March',
    criteria: { from: day, to: day, currency },
    method: 'largest',
    size: 100,
  })
  must('auditor', {
    type: 'audit.mark-item',
    paperId: paper.created.paperId ?? '',
    record: first.record,
    mark: 'agreed',
  })
  return {
    drawerId: [drawerId],
    paperId: [paper.created.paperId],
    clientId: [clientId] as const,
    accountId: [accountId],
    holdId: [held.created.holdId, released.created.holdId],
    record: [first.record, wrong.record, undone.record],
    request: [asked.record, first.record],
  }
}

/** A loan that is paid out, one that is approved, one that waits, and a draft. */
function fillLoans({ must }: Branch, clientId: string) {
  const currency = 'KES' as const
  const productId = 'microfinance-business-loan'
  const draft = (): string => {
    const asked = { type: 'loan.draft', clientId, productId, principalMinor: 1_000_000n } as const
    return must('officer', asked).created.loanId ?? ''
  }
  const [drafted, submitted, approved, active] = [draft(), draft(), draft(), draft()]
  for (const loanId of [submitted, approved, active]) must('officer', { type: 'loan.submit', loanId })
  for (const loanId of [approved, active]) must('manager', { type: 'loan.approve', loanId })
  const through = { kind: 'drawer' } as const
  const amountMinor = 1_000_000n
  const paidOut = must('officer', { type: 'loan.disburse', loanId: active, amountMinor, currency, to: through })
  const repayment = { type: 'loan.repay', loanId: active, amountMinor: 50_000n, currency, from: through } as const
  return { loanId: [active, approved, submitted, drafted], record: [must('officer', repayment).record, paidOut.record] }
}

function fillJournals({ must }: Branch) {
  must('head-office', {
    type: 'chart.add-account',
    code: '5440',
    name: 'Rent',
    accountType: 'expense',
    parent: '5000',
    posting: true,
  })
  const template = {
    type: 'journal-template.save',
    name: 'Rent',
    purpose: 'expense',
    currency: 'KES',
    lines: shares,
  } as const
  const { templateId = '' } = must('accountant', template).created
  const monthly = { templateId, totalMinor: 9000n, frequency: 'monthly', startsOn: businessDate('2026-03-01') } as const
  const recurring = must('accountant', { type: 'recurring-journal.save', ...monthly }, 'manager').created.recurringId
  const posted = must(
    'accountant',
    { type: 'journal.post', purpose: 'expense', lines: rentOf(500n), note: 'March' },
    'manager',
  )
  return {
    templateId: [templateId],
    recurringId: [recurring],
    dueOn: ['2026-03-01', '2026-04-01'],
    record: [posted.record],
  }
}
