import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'
import type { StandingInstructionTable } from './tables/savings-tables.ts'

const byId = prepared<{ instructionId: string }, StandingInstructionTable>((db, param) =>
  db.selectFrom('standing_instruction').selectAll().where('instruction_id', '=', param('instructionId')),
)
const ofAccount = prepared<{ accountId: string }, StandingInstructionTable>((db, param) =>
  db
    .selectFrom('standing_instruction')
    .selectAll()
    .where('account_id', '=', param('accountId'))
    .orderBy('placed_position', 'desc'),
)

export const instructionById = (db: Database, instructionId: string) => byId.get(db, { instructionId }) ?? null

/** The instructions to pay out of an account, the newest first, ended ones too. */
export const instructionsOf = (db: Database, accountId: string) => ofAccount.all(db, { accountId })
