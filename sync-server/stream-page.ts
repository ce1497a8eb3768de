import { genesisHash } from '../core/journal/chain.ts'
import { encodePullPage, type PageItem } from '../core/sync/pull-page.ts'
import { signedPlace } from './overview.ts'
import type { EnrolledLog } from './storage/logs.ts'
import { recordAt } from './storage/records.ts'
import { type StreamItem, type StreamPlace, streamItems } from './storage/streams.ts'
import type { TenantContext } from './tenant-context.ts'

/** What journal records shrink to, roughly; a page is cut by its unfolded bytes, before anybody knows the folded ones. */
const usualRatio = 3

/** The next records of a stream. The device's own come as places only: it has them. */
export function streamPage(context: TenantContext, log: EnrolledLog, from: StreamPlace, bytes: number): Uint8Array {
  const { tenant, metrics } = context
  const items = streamItems(tenant.db, from.stream, from.n, bytes * usualRatio)
  metrics.add('handedOut', items.length)
  const last = items.at(-1)
  const end = last ? { stream: from.stream, n: last.n, runningHash: last.runningHash } : from
  return encodePullPage({ head: signedPlace(context, end), items: pageItems(context, log, items) })
}

function pageItems({ tenant }: TenantContext, log: EnrolledLog, items: readonly StreamItem[]): readonly PageItem[] {
  const seqByLog = new Map<string, number>()
  return items.map(({ position, logId, seq, signature, bytes }): PageItem => {
    if (logId === log.logId) return { position, ownSeq: seq }
    const follows = seqByLog.get(logId) === seq - 1
    seqByLog.set(logId, seq)
    if (follows) return { position, log: logId, signature, bytes }
    const previous = seq === 1 ? genesisHash : (recordAt(tenant.db, logId, seq - 1)?.hash ?? genesisHash)
    return { position, log: logId, previous, signature, bytes }
  })
}
