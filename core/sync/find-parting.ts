import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { askJson, type Link } from './link.ts'
import { ownHashAt } from './own-records.ts'
import { hashAtSchema } from './protocol.ts'
import type { SyncProblem } from './sync-problem.ts'

/**
 * The first sequence number at which the server's history of the own log differs from ours, found by halving: a hash fixes
 * everything before it. `differsAt` is a place known to differ.
 */
export async function findParting(db: Database, link: Link, differsAt: number): Promise<Result<number, SyncProblem>> {
  let same = 0
  let different = differsAt
  while (different - same > 1) {
    const seq = Math.floor((same + different) / 2)
    const path = `/v1/logs/${link.log.logId}/head?seq=${seq}`
    const there = await askJson(link, { method: 'GET', path }, hashAtSchema)
    if (!there.ok) return there
    const here = ownHashAt(db, seq)
    if (!here) return refuse({ type: 'log-continued-elsewhere' })
    if (hex(here) === there.value.hash) same = seq
    else different = seq
  }
  return ok(different)
}
