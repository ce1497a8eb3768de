import type { OwnLog } from '../command/desk.ts'
import type { Environment } from '../environment.ts'
import type { SyncAnswer } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import type { Timekeeper } from './timekeeper.ts'

/** What the sync client works on while the books are open. */
export interface SyncDesk {
  readonly books: Books
  readonly log: OwnLog
  readonly environment: Environment
  readonly timekeeper: Timekeeper
  /** To be called after each change, with where it was. */
  readonly changed: (topics: readonly string[]) => void
}

/** The client of one open session. It talks to the server on its own until it is stopped. */
export interface SyncSession {
  readonly connect: (serverUrl: string, code: string) => Promise<Result<SyncAnswer, Refusal>>
  readonly now: () => Promise<Result<SyncAnswer, Refusal>>
  readonly answer: () => SyncAnswer
  /** Tells that there is something new to send. */
  readonly wake: () => void
  /** From here on the books are closed: nothing of the client touches them again. */
  readonly stop: () => void
}

export interface JoinRequest {
  readonly serverUrl: string
  readonly invitation: string
}

/** Who is to work at the installation that has joined. */
export interface Joined {
  readonly staffId: string
  readonly code: string
}

/** The sync client as the engine knows it. */
export interface SyncPort {
  readonly open: (desk: SyncDesk) => SyncSession
  /** Enrols a new log and fills the still empty books with what the institution lets this installation know. */
  readonly join: (desk: SyncDesk, request: JoinRequest) => Promise<Result<Joined, Refusal>>
}
