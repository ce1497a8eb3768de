import type { Database } from 'better-sqlite3'
import { knownServer } from '../sync/known-server.ts'
import { ownHeadSeq } from '../sync/own-records.ts'
import { continuedElsewhere } from '../sync/reconcile.ts'
import type { Findings } from './finding.ts'

/** What the server has told this installation of its own log, and what cannot be while the log is whole here. Rule: V16. */
export function checkServer(db: Database, findings: Findings): void {
  const server = knownServer(db)
  if (!server) return
  const { acknowledgedSeq, frozenEvidence } = server
  const head = ownHeadSeq(db)
  if (acknowledgedSeq > head)
    findings.add({
      type: 'acknowledged-beyond-head',
      where: `up to no. ${acknowledgedSeq}, and it ends at no. ${head}`,
    })
  if (frozenEvidence === continuedElsewhere) findings.add({ type: 'log-continued-elsewhere', where: '' })
  else if (frozenEvidence !== null) findings.add({ type: 'log-forked', where: frozenEvidence })
}
