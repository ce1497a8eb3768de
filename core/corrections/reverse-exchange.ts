import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { mirrorEntry } from '../journal/entry.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type CashWay, type Source, shortfall, throughDrawer } from './cash-way.ts'
import type { ReverseOperation } from './correction-commands.ts'
import type { Reversal } from './reversible.ts'

export interface ExchangeReversalState extends Reversal {
  readonly kind: 'exchange'
  readonly deviceCode: string
  /** The drawers of the two currencies; null for one that is closed while the person has none open in its place. */
  readonly drawers: readonly (CashWay | null)[]
  readonly sources: readonly Source[]
}

/**
 * Undoes an exchange of the same day: the cash goes back both ways, at the rates at which it came. Refuses reversal-counts-today,
 * record-of-other-device, already-reversed, exchange-of-earlier-day (its rates hold no more: the client exchanges anew),
 * drawer-closed-since, drawer-short. Rule: R6.
 */
export function reverseExchange(
  { original, reversedBy, deviceCode, drawers, sources }: ExchangeReversalState,
  { record, reason, note, valueOn }: ReverseOperation,
  { businessDate, device }: OpenDayContext,
): Result<Decision, Refusal> {
  if (valueOn === 'original') return refuse({ type: 'reversal-counts-today' })
  if (original.log !== device.logId) return refuse({ type: 'record-of-other-device', deviceCode })
  if (reversedBy) return refuse({ type: 'already-reversed', by: reversedBy })
  if (original.businessDate !== businessDate)
    return refuse({ type: 'exchange-of-earlier-day', date: original.businessDate })
  const ways = drawers.flatMap(drawer => drawer ?? [])
  if (ways.length < drawers.length) return refuse({ type: 'drawer-closed-since' })
  const short = shortfall(sources)
  if (short) return refuse(short)
  return ok({
    type: 'operation.reversed',
    class: 'fact',
    entries: original.entries.map(entry => ways.reduce(throughDrawer, mirrorEntry(entry))),
    body: { record, reason, originalType: original.type },
    cause: [record],
    printsReceipt: true,
    ...noteBlob(note, original.branch),
  })
}
