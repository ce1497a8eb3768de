import { approvableCommandSchema, type CommandOf, type JournalCommand } from '../../../core/command/command.ts'
import * as cash from './cash-kinds.ts'
import { closing } from './closing-kind.ts'
import * as other from './other-kinds.ts'
import * as periods from './period-kinds.ts'
import * as savings from './savings-kinds.ts'
import { allowedResults, type Kind, openOf, type Request, type World } from './world.ts'

/** A command that the histories leave out: why, and the test that holds it. Hostile commands try them all. */
interface Outside {
  readonly outside: string
  readonly proved: string
}

/** What befalls a loan that is paid out. */
const onLoan: Outside = {
  outside: 'Loans have a model of their own, a sheet of paper for each, by which every day is counted anew.',
  proved: 'test/books/model/loan-game.ts',
}

/** Loans have properties of their own, in `test/core/loans/any-loan-books.test.ts`; each verb has its test besides. */
const lending = (test: string): Outside => ({
  outside: 'Any history of a loan is booked as its figures say, and is taken back to nothing: a model of its own.',
  proved: `test/core/loans/${test}.test.ts`,
})

type Modelled = Exclude<JournalCommand['type'], 'approval.request' | 'approval.decide'>

/**
 * Every verb there is, or it does not compile: one that moves money, holds it, or counts it gets a `Kind`, which says in a few lines what
 * stands against it and which sums it changes; any other says why it has none.
 */
const direct: { readonly [T in Modelled]: Kind<CommandOf<T>> | Outside } = {
  'day.open': cash.dayOpening,
  'day.close': cash.dayClosing,
  'drawer.open': cash.drawerOpening,
  'drawer.count': cash.drawerCounting,
  'drawer.close': cash.drawerClosing,
  'vault.count': cash.vaultCounting,
  'cash.send': cash.sending,
  'cash.receive': cash.receiving,
  'cash.cancel-transfer': cash.callingBack,
  'bank-account.add': cash.bankAdding,
  'rate.publish': cash.rating,
  'fx.exchange': cash.exchanging,
  'client.register': other.registering,
  'client.update': other.updating,
  'savings.open': savings.opening,
  'savings.deposit': savings.deposit,
  'savings.withdraw': savings.withdrawal,
  'savings.transfer': savings.transfer,
  'savings.reactivate': savings.reactivation,
  'savings.set-overdraft': savings.overdraft,
  'savings.set-holders': savings.holders,
  'standing-instruction.place': savings.instruction,
  'standing-instruction.cancel': savings.cancelling,
  'hold.place': savings.holding,
  'hold.release': savings.releasing,
  'hold.capture': savings.capturing,
  'operation.reverse': other.reversing,
  'receipt.reprint': other.reprinting,
  'journal.post': other.posting,
  'fx.revalue': periods.revaluing,
  'cash-limit.set': {
    outside:
      'A limit of a place moves nothing and warns more than it refuses; without one the histories send what they like.',
    proved: 'test/core/cash/cash-limits.test.ts',
  },
  'calendar.set': {
    outside:
      'The days on which nobody works move nothing; the histories keep the days that their loans were paid out with.',
    proved: 'test/core/institution/working-calendar.test.ts',
  },
  'close-of-business.run': {
    outside:
      'Nights have a model of their own, a sheet of paper for each account, and nobody gives the command by hand.',
    proved: 'test/core/close-of-business/resume.test.ts',
  },
  'savings.close': closing,
  'savings.take-over': savings.takingOver,
  'loan.draft': lending('applications'),
  'loan.submit': lending('applications'),
  'loan.approve': lending('applications'),
  'loan.meet-condition': lending('loan-conditions'),
  'loan.reject': lending('applications'),
  'loan.withdraw': lending('applications'),
  'loan.cancel': lending('applications'),
  'group.form': lending('group-loans'),
  'group.change': lending('group-loans'),
  'loan.guarantee': lending('loan-security'),
  'loan.release-guarantor': lending('loan-security'),
  'loan.pledge': lending('loan-security'),
  'loan.release-collateral': lending('loan-security'),
  'loan.disburse': onLoan,
  'loan.refinance': lending('change-loan'),
  'loan.repay': onLoan,
  'loan.charge': onLoan,
  'loan.waive': onLoan,
  'loan.refund': onLoan,
  'loan.write-off': onLoan,
  'loan.reschedule': lending('change-loan'),
  'provision.post': {
    outside: 'What the loans of a day need is a model of its own: the loans of a lived portfolio one by one.',
    proved: 'test/core/loans/post-provision.test.ts',
  },
  'provision.set-policy': {
    outside: 'It moves nothing, and no history but that of loans reads it.',
    proved: 'test/core/loans/post-provision.test.ts',
  },
  'audit.draw-sample': {
    outside: 'It writes down what an auditor will look at, and no verb reads it.',
    proved: 'test/core/audit/working-papers.test.ts',
  },
  'audit.mark-item': {
    outside: 'It writes down what an auditor has seen, and no verb reads it.',
    proved: 'test/core/audit/working-papers.test.ts',
  },
  'journal-template.save': {
    outside: 'A template is words and shares, and moves nothing before a journal is posted after it.',
    proved: 'test/core/manual-journals/templates.test.ts',
  },
  'journal-template.retire': {
    outside: 'A template that is retired changes nothing that was posted.',
    proved: 'test/core/manual-journals/templates.test.ts',
  },
  'recurring-journal.save': {
    outside: 'What is agreed for later days moves nothing, and is filled in as templates are.',
    proved: 'test/core/manual-journals/recurring.test.ts',
  },
  'recurring-journal.stop': {
    outside: 'It only ends what was agreed for later days.',
    proved: 'test/core/manual-journals/recurring.test.ts',
  },
  'recurring-journal.run': {
    outside: 'It posts a journal as the histories do by hand, on dates months apart that no history reaches.',
    proved: 'test/core/manual-journals/recurring.test.ts',
  },
  'period.close': periods.closingMonth,
  'period.reopen': periods.reopeningMonth,
  'year.close': periods.closingYear,
  'year.reopen': periods.reopeningYear,
  'chart.add-account': {
    outside: "The chart has a model of its own, and the histories book to the template's accounts.",
    proved: 'test/core/chart/chart-model.test.ts',
  },
  'chart.change-account': {
    outside: "The chart has a model of its own, and the histories book to the template's accounts.",
    proved: 'test/core/chart/chart-model.test.ts',
  },
  'product.publish': {
    outside: 'A version holds for accounts that are opened after it, and the histories keep those of the template.',
    proved: 'test/core/products/publish-product.test.ts',
  },
  'product.retire': {
    outside: 'It only stands in the way of opening accounts.',
    proved: 'test/core/products/publish-product.test.ts',
  },
  'branch.open': {
    outside: 'The histories are those of one branch; what passes between two has its own test.',
    proved: 'test/core/institution/branches.test.ts',
  },
  'staff.add': {
    outside: 'The histories know one person of each role, and who may do what is tried role by role elsewhere.',
    proved: 'test/core/engine/staff.test.ts',
  },
  'staff.set-passphrase': {
    outside: 'A key opens the books and is in none of their sums.',
    proved: 'test/core/engine/passphrase-here.test.ts',
  },
  'staff.suspend': {
    outside: 'Who is suspended does nothing more, whatever it is: one refusal before all others.',
    proved: 'test/core/command/authority.test.ts',
  },
  'device.invite': {
    outside: 'It is about a second installation, and the histories have one.',
    proved: 'test/core/sync/two-devices.test.ts',
  },
  'device.admit': {
    outside: 'It is about a second installation, and the histories have one.',
    proved: 'test/core/sync/two-devices.test.ts',
  },
  'device.revoke': {
    outside: 'It is about a second installation, and the histories have one.',
    proved: 'test/core/sync/revocation.test.ts',
  },
  'custody.seize': {
    outside: 'It takes accounts over from a second installation, and the histories have one.',
    proved: 'test/core/sync/revocation.test.ts',
  },
}

const isDirect = (type: string): type is Modelled => type in direct

/** A kind for any command of its type: the table above is keyed by it. */
export function kindOf({ type }: Pick<JournalCommand, 'type'>): Kind<JournalCommand> {
  const kind = isDirect(type) ? direct[type] : approvals[type]
  if (!kind || 'outside' in kind) throw new Error(`${type} is outside the model`)
  return kind as unknown as Kind<JournalCommand>
}

/** Those that no history chooses. */
export const leftOut: readonly (Outside & { readonly type: string })[] = Object.entries(direct).flatMap(
  ([type, kind]) => ('outside' in kind ? [{ type, ...kind }] : []),
)
const isModelled = (type: string): boolean => !leftOut.some(one => one.type === type)

const approvable = approvableCommandSchema.options.map(({ shape }) => shape.type.value).filter(isModelled)

const requestAt = (world: World, { log, seq }: Request['record']): Request => {
  const request = world.requests.find(({ record }) => record.log === log && record.seq === seq)
  if (!request) throw new Error('the model knows what was asked')
  return request
}

const needTwo: readonly string[] = ['approval-needed', 'second-person-needed']

const requesting: Kind<CommandOf<'approval.request'>> = {
  may: [...savings.counter, 'accountant', 'auditor'],
  make: (world, draw, who) => {
    const type = draw.pick(approvable)
    const command = kindOf({ type }).make(world, draw, who)
    const key = `00000000-0000-7000-8000-${String(world.requests.length).padStart(12, '0')}`
    return command && ({ type: 'approval.request', command: { ...command, key } } as never)
  },
  against: (world, { command }, who) => {
    const results = allowedResults(kindOf(command), world, command, who)
    return results.flatMap(result => {
      if (result === 'posted') return ['approval-not-needed']
      return needTwo.includes(result) ? [] : [result]
    })
  },
  happen: (world, { command }, { role }, { record }) => {
    world.requests.push({ record, command, maker: role, day: world.today(), isOpen: true })
  },
}

const deciding: Kind<CommandOf<'approval.decide'>> = {
  may: ['manager', 'head-office'],
  make: (world, draw) => {
    if (world.requests.length === 0) return null
    const { record } = draw.pick(openOf(world.requests))
    return { type: 'approval.decide', request: record, decision: draw.pick(['approve', 'approve', 'decline'] as const) }
  },
  against: (world, { request: ref, decision }, { role }) => {
    const { isOpen, maker, command } = requestAt(world, ref)
    if (!isOpen || maker === role) return [!isOpen && 'approval-decided', maker === role && 'own-request']
    if (decision === 'decline') return []
    return allowedResults(kindOf(command), world, command, { role: maker, second: role }).filter(
      result => result !== 'posted',
    )
  },
  happen: (world, { request: ref, decision }, { role }, outcome) => {
    const request = requestAt(world, ref)
    request.isOpen = false
    if (decision === 'approve')
      kindOf(request.command).happen(world, request.command, { role: request.maker, second: role }, outcome)
  },
}

const approvals: Readonly<Record<string, Kind<never> | undefined>> = {
  'approval.request': requesting as Kind<never>,
  'approval.decide': deciding as Kind<never>,
}

/** The types that a history may choose from. */
export const modelled: readonly JournalCommand['type'][] = [
  ...Object.keys(direct).filter(isDirect).filter(isModelled),
  'approval.request',
  'approval.decide',
]
