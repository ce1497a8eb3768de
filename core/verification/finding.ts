import type { RecordRef } from '../journal/record.ts'

export type FindingType =
  | 'file-damaged'
  | 'schema-object-missing'
  | 'schema-object-altered'
  | 'schema-object-added'
  | 'log-unknown'
  | 'log-key-wrong'
  | 'log-not-admitted'
  | 'log-differs'
  | 'record-missing'
  | 'record-out-of-place'
  | 'bytes-unreadable'
  | 'hash-wrong'
  | 'signature-wrong'
  | 'cosignature-wrong'
  | 'column-differs'
  | 'entry-unbalanced'
  | 'line-differs'
  | 'running-balance-wrong'
  | 'line-without-record'
  | 'receipt-gap'
  | 'effect-refused'
  | 'custody-violated'
  | 'blob-missing'
  | 'blob-altered'
  | 'marked-sent'
  | 'account-not-in-chart'
  | 'control-differs'
  | 'counters-unequal'
  | 'projection-differs'
  | 'audit-chain-broken'
  | 'audit-event-missing'
  | 'head-missing'
  | 'head-differs'
  | 'receipt-not-genuine'
  | 'acknowledged-beyond-head'
  | 'receipt-missing'
  | 'head-office-key-wrong'
  | 'stream-head-wrong'
  | 'log-forked'
  | 'log-continued-elsewhere'

/** One thing that is wrong. `where` names the place: a column, line, table, trigger, account, blob or hash. */
export interface Finding {
  readonly type: FindingType
  /** The journal record at fault; absent when the fault lies beside the records. */
  readonly record?: RecordRef
  readonly where: string
}

/** Findings in the order in which they were made; a wrecked file does not fill the memory with them. */
export interface Findings {
  readonly add: (finding: Finding) => void
  readonly kept: () => readonly Finding[]
  /** How many there were in all. */
  readonly count: () => number
  /** Of which kinds there were any, also among those that were not kept. */
  readonly types: () => ReadonlySet<FindingType>
}

export function collectFindings(keptMax: number): Findings {
  const kept: Finding[] = []
  const types = new Set<FindingType>()
  let count = 0
  return {
    add: finding => {
      count++
      types.add(finding.type)
      if (kept.length < keptMax) kept.push(finding)
    },
    kept: () => kept,
    count: () => count,
    types: () => types,
  }
}
