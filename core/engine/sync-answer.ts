import type { SyncAnswer } from '../query/answers.ts'
import { unsentAnswer } from '../query/unsent.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import type { OpenSession } from './session-state.ts'

/** How far the records have come; an installation without a sync client says that it is not connected. */
export const syncAnswer = ({ sync, books }: OpenSession): SyncAnswer =>
  sync?.answer() ?? {
    state: 'not-connected',
    unsent: unsentAnswer(books.db),
    acknowledgedSeq: acknowledgedSeq(books.db),
  }
