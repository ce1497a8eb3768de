import type { Desk } from '../command/desk.ts'
import { outcomeByKey } from '../command/execute.ts'
import { loadContext } from '../command/load-context.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { readLedger } from '../statements/read-ledger.ts'
import { readStatement } from '../statements/read-statement.ts'
import type { Books } from '../storage/books.ts'
import { journalTemplates } from '../storage/journal-templates.ts'
import { listProducts } from '../storage/products.ts'
import { salvagedOperations } from '../storage/salvage.ts'
import { accountAnswer } from './account-answer.ts'
import type { Answers } from './answers.ts'
import { approvalsAnswer } from './approvals-answer.ts'
import { attachmentAnswer } from './attachment-answer.ts'
import { balanceAnswer } from './balance-answer.ts'
import { chartAnswer, ledgerAccountAnswer } from './chart-answer.ts'
import { clientAnswer, clientPhoto } from './client-answer.ts'
import { drawersAnswer, ownDrawerAnswer } from './drawer-answer.ts'
import { journalAnswer } from './journal-answer.ts'
import { myDayAnswer } from './my-day-answer.ts'
import { previewAnswer } from './preview-answer.ts'
import type { Query } from './query.ts'
import { recordAnswer } from './record-answer.ts'
import { searchAnswer } from './search-answer.ts'
import { branchesAnswer, devicesAnswer, staffAnswer } from './staff-answer.ts'
import { statementAnswer } from './statement-answer.ts'
import { recurringAnswer, recurringDueAnswer } from './template-answers.ts'
import { trialBalanceAnswer } from './trial-balance-answer.ts'

/** The queries that the books answer; the rest (session, drafts, settings, sync, attention, documents) are the engine's. */
export type BooksQuery = Exclude<Query, { type: 'session' | 'draft' | 'settings' | 'sync' | 'attention' | 'document' }>

type Answered = Result<Answers[BooksQuery['type']], Refusal>

/** Reads the books for the person at the desk. Nothing is changed; what is asked for and not there is a refusal. */
export function answerQuery(books: Books, desk: Desk, query: BooksQuery, signInCodes: readonly string[]): Answered {
  const { db } = books
  const context = loadContext(books, desk)
  switch (query.type) {
    case 'my-day':
      return ok(myDayAnswer(db, context))
    case 'search':
      return ok(searchAnswer(db, query))
    case 'client':
      return clientAnswer(db, query.clientId)
    case 'client-photo':
      return ok(clientPhoto(db, query.clientId))
    case 'account':
      return accountAnswer(db, context, query.accountId)
    case 'statement':
      return statementAnswer(db, query)
    case 'balance':
      return balanceAnswer(db, query)
    case 'products':
      return ok(listProducts(db))
    case 'drawer':
      return ok(ownDrawerAnswer(db, context))
    case 'drawers':
      return ok(drawersAnswer(db, context))
    case 'trial-balance':
      return ok(trialBalanceAnswer(db, context, query))
    case 'financial-statement':
      return readStatement(db, query.statement)
    case 'ledger-lines':
      return readLedger(db, query, query)
    case 'chart':
      return ok(chartAnswer(db))
    case 'ledger-account':
      return ledgerAccountAnswer(db, query.code)
    case 'journal-templates':
      return ok(journalTemplates(db))
    case 'recurring-journals':
      return ok(recurringAnswer(db))
    case 'recurring-due':
      return ok(recurringDueAnswer(db, context, query.upTo))
    case 'journal':
      return ok(journalAnswer(db, query))
    case 'record':
      return recordAnswer(db, query.record)
    case 'attachment':
      return attachmentAnswer(db, query)
    case 'approvals':
      return ok(approvalsAnswer(db, context))
    case 'branches':
      return ok(branchesAnswer(db))
    case 'staff':
      return ok(staffAnswer(db, signInCodes))
    case 'devices':
      return ok(devicesAnswer(db))
    case 'salvage':
      return ok(salvagedOperations(db))
    case 'preview':
      return ok(previewAnswer(books, query.command, context))
    case 'outcome':
      return ok(outcomeAnswer(books, query.key))
  }
}

function outcomeAnswer(books: Books, key: string): Answers['outcome'] {
  const outcome = outcomeByKey(books, key)
  return outcome ? { known: true, outcome } : { known: false }
}
