import { readLedger } from '../statements/read-ledger.ts'
import { readStatement } from '../statements/read-statement.ts'
import type { Readers } from './reader.ts'
import type { StatementAnswers } from './statement-answers.ts'

/** The queries of statements and of the ledger's lines. */
export const statementQueries: Readers<keyof StatementAnswers> = {
  'financial-statement': ({ db }, { statement }) => readStatement(db, statement),
  'ledger-lines': ({ db }, query) => readLedger(db, query, query),
}
