import type { JournalCommand } from '../command/command.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import type { Outcome } from '../command/outcome.ts'
import type { Answers } from '../query/answers.ts'
import type { BulkProgress } from '../query/bulk-answers.ts'
import type { Query, QueryInput } from '../query/query.ts'
import type { SessionAnswer } from '../query/session-answers.ts'
import type { SyncAnswer } from '../query/sync-answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { PassphraseChanged } from './change-passphrase.ts'
import type { BooksExport } from './export-books.ts'
import type { ImportFile } from './open-import.ts'
import type { Rejoined } from './rejoin-institution.ts'
import type { VerificationAnswer } from './verify-in-session.ts'

/** What each desk command gives back. */
export interface DeskAnswers {
  'institution.create': SessionAnswer
  'device.join': SessionAnswer
  'device.rejoin': Rejoined
  'session.sign-in': SessionAnswer
  'session.lock': SessionAnswer
  'session.sign-out': SessionAnswer
  'session.active': null
  'session.change-passphrase': PassphraseChanged
  /** Shown once; when the answer was lost, another renewal gives another code. */
  'recovery.renew': { readonly recoveryCode: string }
  /** The command, executed again unchanged, now carries the second person's signature. */
  'session.cosign': { readonly cosignedBy: string }
  'draft.save': null
  'draft.discard': null
  'device.configure': null
  'sync.connect': SyncAnswer
  'sync.now': SyncAnswer
  'salvage.forget': null
  /** Where the paper is: a file, or the printer that took it. */
  'document.produce': { readonly path?: string; readonly printer?: string }
  /** Null when the person chose none, or there is nothing to choose with. */
  'folder.choose': { readonly folder: string | null }
  'export.books': BooksExport
  'close-of-business.stop': null
  'close-of-business.resume': null
  'books.verify': VerificationAnswer
  /** Null when the person chose no file, or there is nothing to choose with. */
  'import.open': ImportFile | null
  'import.paste': ImportFile
  'import.check': BulkProgress
  'import.run': BulkProgress
  'bulk.run': BulkProgress
  'bulk.cancel': null
  'bulk.save-results': { readonly folder: string }
  'attachment.save': { readonly folder: string | null }
  'rescue.save': { readonly folder: string; readonly files: readonly string[]; readonly unsentRecords: number | null }
}

export type CommandAnswer<C extends { type: string }> = C['type'] extends keyof DeskAnswers
  ? DeskAnswers[C['type']]
  : Outcome

/** Where a change happened, so that whoever shows it asks again: `client/<id>`, `account/<id>`, `drawer`, `journal`, `sync`, ... */
export type Topic = string

export type EngineEvent =
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  | { readonly type: 'session'; readonly session: SessionAnswer }
  /** Told by the shell, not by the engine itself: a new engine is there, one is being started, or it will not start again. */
  | { readonly type: 'engine'; readonly state: EngineState }

export type EngineState = 'ready' | 'restarting' | 'failed'

/**
 * The one port between the window and the engine. Plain data only; `bigint` and `Uint8Array` survive the structured clone.
 * `execute` and `query` take unknown input: the engine parses it and refuses what it does not know.
 */
export interface EnginePort {
  execute<C extends JournalCommand | DeskCommand>(command: C): Promise<Result<CommandAnswer<C>, Refusal>>
  query<Q extends QueryInput>(query: Q): Promise<Result<Answers[Query['type'] & Q['type']], Refusal>>
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void
}

/** Messages on the wire of the port. An engine that died never answers: its calls end in `outcome-unknown`. */
export type PortRequest =
  | { readonly kind: 'execute'; readonly id: number; readonly input: unknown }
  | { readonly kind: 'query'; readonly id: number; readonly input: unknown }

export type PortReply =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown, Refusal> }
  | { readonly kind: 'event'; readonly event: EngineEvent }
