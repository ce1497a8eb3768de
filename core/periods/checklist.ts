import type { BusinessDate } from '../calendar/business-date.ts'
import { type ChecklistItemName, checklistItems } from '../ledger/checklist-items.ts'
import type { Money } from '../money/amount.ts'

/** What only wants to be looked at: cash may be on its way, and a device may be out of reach, when a month ends. */
const onlyAttention: readonly ChecklistItemName[] = [
  'close-of-business',
  'revaluation',
  'provision',
  'in-transit',
  'suspense',
  'devices',
  'waiting-records',
  'unsent',
]

export interface ChecklistItem {
  readonly item: ChecklistItemName
  readonly state: 'done' | 'attention' | 'blocking'
  /** How many days, drawers, requests, ... stand against it. */
  readonly count: number
  /** What is not zero on the accounts that should be, in each currency. */
  readonly amounts: readonly Money[]
}

/** What the books say of a period, up to its last day. */
export interface PeriodFacts {
  readonly lastDay: BusinessDate
  /** The later of the clock's date and the open business day. */
  readonly today: BusinessDate
  readonly openDays: number
  /** Open ones, but for those that a field officer counted and keeps. */
  readonly uncountedDrawers: number
  /** Vaults that nobody has counted since they moved in the period. */
  readonly uncountedVaults: number
  readonly openApprovals: number
  readonly dueRecurring: number
  readonly clearing: readonly Money[]
  /** Devices that keep accounts and whose close of business, as far as is known here, does not reach the last day. */
  readonly dueCloses: number
  /** Positions in foreign currencies that were not revalued as of the last day. */
  readonly unrevalued: readonly Money[]
  /** What allowance accounts lack or have too much of, by what the loans of the last day need. */
  readonly unprovided: readonly Money[]
  readonly inTransit: readonly Money[]
  readonly suspense: readonly Money[]
  /** Devices of which nothing newer than the period has come. */
  readonly silentDevices: number
  readonly waitingRecords: number
  /** Records of this installation that the server does not have yet. */
  readonly unsent: number
}

const counts = (facts: PeriodFacts): Readonly<Record<ChecklistItemName, number | readonly Money[]>> => ({
  over: facts.today > facts.lastDay ? 0 : 1,
  days: facts.openDays,
  drawers: facts.uncountedDrawers,
  vaults: facts.uncountedVaults,
  approvals: facts.openApprovals,
  'recurring-journals': facts.dueRecurring,
  clearing: facts.clearing,
  'close-of-business': facts.dueCloses,
  revaluation: facts.unrevalued,
  provision: facts.unprovided,
  'in-transit': facts.inTransit,
  suspense: facts.suspense,
  devices: facts.silentDevices,
  'waiting-records': facts.waitingRecords,
  unsent: facts.unsent,
})

/** Each item with its state. Rule: G13. */
export function checklist(facts: PeriodFacts): readonly ChecklistItem[] {
  const found = counts(facts)
  return checklistItems.map(item => {
    const against = found[item]
    const amounts = typeof against === 'number' ? [] : against
    const count = typeof against === 'number' ? against : against.length
    const state = count === 0 ? 'done' : onlyAttention.includes(item) ? 'attention' : 'blocking'
    return { item, state, count, amounts }
  })
}
