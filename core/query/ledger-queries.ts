import { ok } from '../result.ts'
import { journalTemplates } from '../storage/journal-templates.ts'
import { chartAnswer, ledgerAccountAnswer, ledgerBalanceAnswer } from './chart-answer.ts'
import type { LedgerAnswers } from './ledger-answers.ts'
import type { Readers } from './reader.ts'
import { recurringAnswer, recurringDueAnswer } from './template-answers.ts'
import { trialBalanceAnswer } from './trial-balance-answer.ts'

/** The queries of the general ledger. */
export const ledgerQueries: Readers<keyof LedgerAnswers> = {
  'trial-balance': ({ db, context }, query) => ok(trialBalanceAnswer(db, context, query)),
  chart: ({ db }) => ok(chartAnswer(db)),
  'ledger-account': ({ db }, { code }) => ledgerAccountAnswer(db, code),
  'ledger-balance': ({ db }, query) => ledgerBalanceAnswer(db, query),
  'journal-templates': ({ db }) => ok(journalTemplates(db)),
  'recurring-journals': ({ db }) => ok(recurringAnswer(db)),
  'recurring-due': ({ db, context }, { upTo }) => ok(recurringDueAnswer(db, context, upTo)),
}
