import { approvableCommandSchema, type CommandOf, type JournalCommand } from '../../../core/command/command.ts'
import * as cash from './cash-kinds.ts'
import * as other from './other-kinds.ts'
import * as savings from './savings-kinds.ts'
import { allowedResults, type Kind, openOf, type Request, type World } from './world.ts'

/** Commands that move nothing that the model keeps, or not on anybody's word; each has tests of its own, and hostile commands try them all. */
const outside = null

type Modelled = Exclude<JournalCommand['type'], 'approval.request' | 'approval.decide'>

/**
 * Every verb there is, or it does not compile: one that moves money, holds it, or counts it gets a `Kind`, which says in a few lines what
 * stands against it and which sums it changes; any other is `outside`.
 */
const direct: { readonly [T in Modelled]: Kind<CommandOf<T>> | typeof outside } = {
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
  'fx.revalue': outside,
  'cash-limit.set': outside,
  'close-of-business.run': outside,
  'savings.close': outside,
  'savings.take-over': savings.takingOver,
  'audit.draw-sample': outside,
  'audit.mark-item': outside,
  'journal-template.save': outside,
  'journal-template.retire': outside,
  'recurring-journal.save': outside,
  'recurring-journal.stop': outside,
  'recurring-journal.run': outside,
  'period.close': outside,
  'period.reopen': outside,
  'year.close': outside,
  'year.reopen': outside,
  'chart.add-account': outside,
  'chart.change-account': outside,
  'product.publish': outside,
  'product.retire': outside,
  'branch.open': outside,
  'staff.add': outside,
  'staff.set-passphrase': outside,
  'staff.suspend': outside,
  'device.invite': outside,
  'device.admit': outside,
  'device.revoke': outside,
  'custody.seize': outside,
}

const isDirect = (type: string): type is Modelled => type in direct

/** A kind for any command of its type: the table above is keyed by it. */
export function kindOf({ type }: Pick<JournalCommand, 'type'>): Kind<JournalCommand> {
  const kind = isDirect(type) ? direct[type] : approvals[type]
  if (!kind) throw new Error(`${type} is outside the model`)
  return kind as unknown as Kind<JournalCommand>
}

const approvable = approvableCommandSchema.options
  .map(({ shape }) => shape.type.value)
  .filter(type => direct[type] !== outside)

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
    world.requests.push({ record, command, maker: role, isOpen: true })
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
  ...(Object.keys(direct).filter(type => isDirect(type) && direct[type] !== outside) as Modelled[]),
  'approval.request',
  'approval.decide',
]
