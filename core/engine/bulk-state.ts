import { assert } from '../assert.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { BulkProgress, BulkResult, BulkStatus } from '../query/bulk-answers.ts'
import type { Query } from '../query/query.ts'
import type { OpenSession } from './session-state.ts'

/** Many operations, as far as they have come. A session keeps the newest; what is in the books is known by its key anyway. */
export interface Bulk {
  readonly batch: string
  /** About as many as will be, until it is planned. */
  total: number
  readonly results: BulkResult[]
  readonly counts: Record<BulkStatus, number>
  readonly amounts: Map<CurrencyCode, bigint>
  readonly listed: Map<CurrencyCode, bigint>
  changed: number
  readonly isCheck: boolean
  needsSecondPerson: boolean
  isRunning: boolean
  isCancelled: boolean
}

const sums = (amounts: ReadonlyMap<CurrencyCode, bigint>): readonly Money[] =>
  [...amounts].map(([currency, amountMinor]) => ({ currency, amountMinor }))

export const progressOf = ({ results, counts, amounts, listed, ...bulk }: Bulk): BulkProgress => ({
  ...bulk,
  amounts: sums(amounts),
  listed: sums(listed),
  done: results.length,
  counts: { ...counts },
})

export const bulkAnswer = ({ bulk: { newest } }: OpenSession): BulkProgress | null => newest && progressOf(newest)

/** A page of the results of a batch, in its order; of one that this session has not run, none. */
export function bulkResults(
  { bulk: { newest } }: OpenSession,
  { batch, after, status, limit }: Extract<Query, { type: 'bulk-results' }>,
): readonly BulkResult[] {
  if (newest?.batch !== batch) return []
  const page: BulkResult[] = []
  for (let place = after; place < newest.results.length && page.length < limit; place++) {
    const result = newest.results[place]
    assert(result, 'results stand in their places')
    if (status === undefined || result.status === status) page.push(result)
  }
  return page
}
