import type { Finding } from './finding.ts'

/**
 * How far the check goes: `quick` reads the newest records and what guards them (each time the books are opened); `full` reads
 * everything and makes all balances anew.
 */
export type Depth = 'quick' | 'full'

/** A place in a log that somebody outside this file has written down. */
export interface KnownHead {
  readonly log: string
  readonly seq: number
  readonly hash: Uint8Array
}

export interface VerifyOptions {
  readonly depth?: Depth
  /** What an earlier check, a server or an auditor knows of the logs: the file may hold more, never less or other. */
  readonly knownHeads?: readonly KnownHead[]
  /** Called now and then with the number of records done and to do. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface VerifiedLog {
  readonly logId: string
  readonly deviceCode: string
  readonly isOwn: boolean
  /** The newest record's number and chained hash; 0 and null for a log without records. */
  readonly seq: number
  readonly hash: Uint8Array | null
}

/** How far a server has seen the own log, by the newest receipt kept here that it really signed for records of this file. */
export interface SeenByServer {
  readonly seq: number
  /** The server's time, signed. */
  readonly at: string
}

export interface TrialBalanceLine {
  readonly account: string
  readonly name: string
  readonly currency: string
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

export interface Verification {
  readonly depth: Depth
  readonly isClean: boolean
  /** False when the file could not be read on: only `counts.records` were looked at, and nothing beside them. */
  readonly isFinished: boolean
  /** Whether every record is there, in its place, as its log signed it: what is stored beside them can then be made anew. */
  readonly isJournalWhole: boolean
  /** The first record, in the order of the file, that is not as it was signed and booked. */
  readonly firstBadRecord: Finding | null
  /** All findings up to a limit, the first bad record's first. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
  readonly counts: { readonly records: number; readonly lines: number; readonly blobs: number }
  readonly logs: readonly VerifiedLog[]
  /** Null when no server has seen anything of it. */
  readonly seenByServer: SeenByServer | null
  /** How many known heads the file was held against. */
  readonly headsCompared: number
  /** Debits and credits per posting account, made anew from the signed bytes (in a quick check: as stored). */
  readonly trialBalance: readonly TrialBalanceLine[]
}
