import type { RecordFault } from './judge-record.ts'
import type { WireRefusal } from './protocol.ts'
import type { NoAnswer } from './transport.ts'

/** Why a session ended early. None of it stops anybody's work; the next session begins by asking for the head. */
export type SyncProblem =
  | WireRefusal
  | NoAnswer
  | { readonly type: 'answer-malformed'; readonly where: string }
  /** A receipt or stream head that the pinned server has not signed, or that contradicts our own journal. */
  | { readonly type: 'server-not-genuine' }
  /** Records are missing from a page, moved or put in: their running hash is not the one that the server signed. */
  | { readonly type: 'stream-broken'; readonly stream: string }
  | { readonly type: 'record-faulty'; readonly log: string; readonly because: RecordFault | 'log-not-admitted' }
  | { readonly type: 'page-not-applied' }
  /** The server holds records of this log that are not here: this file is a copy or came out of a backup. */
  | { readonly type: 'log-continued-elsewhere' }
  /** This program or its disk failed; the engine's own log says more. */
  | { readonly type: 'engine-failed' }
