import type { Desk } from '../command/desk.ts'
import { outcomeByKey } from '../command/execute.ts'
import { loadContext } from '../command/load-context.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { salvagedOperations } from '../storage/salvage.ts'
import type { Answers } from './answers.ts'
import { auditQueries } from './audit-queries.ts'
import { cashQueries } from './cash-queries.ts'
import { clientQueries } from './client-queries.ts'
import { closedDateAnswer } from './closed-date-answer.ts'
import { exchangeQueries } from './exchange-queries.ts'
import { groupQueries } from './group-queries.ts'
import { institutionQueries } from './institution-queries.ts'
import { journalQueries } from './journal-queries.ts'
import { ledgerQueries } from './ledger-queries.ts'
import { loanQueries } from './loan-queries.ts'
import { myDayAnswer } from './my-day-answer.ts'
import { periodQueries } from './period-queries.ts'
import { portfolioQueries } from './portfolio-queries.ts'
import { previewAnswer } from './preview-answer.ts'
import { productQueries } from './product-queries.ts'
import type { Query } from './query.ts'
import type { Reader, Readers, Reading } from './reader.ts'
import { savingsQueries } from './savings-queries.ts'
import { statementQueries } from './statement-queries.ts'

/** The queries that the books answer; the rest (session, drafts, settings, sync, attention, documents) are the engine's. */
export type BooksQuery = Exclude<
  Query,
  {
    type:
      | 'session'
      | 'draft'
      | 'settings'
      | 'sync'
      | 'attention'
      | 'document'
      | 'verification'
      | 'bulk'
      | 'bulk-results'
      | 'close-of-business'
  }
>

const readers: Readers<BooksQuery['type']> = {
  ...auditQueries,
  ...cashQueries,
  ...clientQueries,
  ...exchangeQueries,
  ...groupQueries,
  ...institutionQueries,
  ...journalQueries,
  ...ledgerQueries,
  ...loanQueries,
  ...periodQueries,
  ...portfolioQueries,
  ...productQueries,
  ...savingsQueries,
  ...statementQueries,
  'closed-date': ({ db, context }, query) => ok(closedDateAnswer(db, context, query)),
  'my-day': ({ db, context }) => ok(myDayAnswer(db, context)),
  salvage: ({ db }) => ok(salvagedOperations(db)),
  preview: (reading, { command }) => ok(previewAnswer(reading, command, reading.context)),
  outcome: (reading, { key }) => ok(outcomeAnswer(reading, key)),
}

/** Reads the books for the person at the desk. Nothing is changed; what is asked for and not there is a refusal. */
export function answerQuery(
  books: Books,
  desk: Desk,
  query: BooksQuery,
  signInCodes: readonly string[],
): Result<Answers[BooksQuery['type']], Refusal> {
  const reading: Reading = { ...books, context: loadContext(books, desk), signInCodes }
  const read = readers[query.type] as Reader<BooksQuery['type']>
  return read(reading, query)
}

function outcomeAnswer(books: Books, key: string): Answers['outcome'] {
  const outcome = outcomeByKey(books, key)
  return outcome ? { known: true, outcome } : { known: false }
}
