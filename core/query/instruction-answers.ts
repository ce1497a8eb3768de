import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import { instructionFrequencies } from '../savings/savings-commands.ts'
import { nextInstructionDate } from '../savings/standing-instruction.ts'
import { accountNames } from '../storage/clients.ts'
import { accountsOfClient } from '../storage/savings-accounts.ts'
import { instructionsOf } from '../storage/standing-instructions.ts'
import type { LoanOrder } from './loan-answers.ts'
import type { InstructionAnswer } from './savings-answers.ts'

function instructionAnswer(db: Database, row: ReturnType<typeof instructionsOf>[number]): InstructionAnswer {
  const { instructionId, toAccountId, amountMinor, retryDays, done, times } = row
  const frequency = present(
    instructionFrequencies.find(one => one === row.frequency),
    'a stored instruction has one of the frequencies',
  )
  const startsOn = businessDate(row.startsOn)
  const endsOn = row.endsOn === null ? null : businessDate(row.endsOn)
  const nextDate = row.endedOn === null ? nextInstructionDate({ frequency, startsOn, endsOn, times }, done) : null
  const to = present(accountNames(db, toAccountId), 'an instruction pays into an account')
  return {
    instructionId,
    toAccountId,
    toAccountNumber: to.number,
    toName: to.name || to.clientNumber,
    amountMinor,
    frequency,
    startsOn,
    ...(endsOn ? { endsOn } : {}),
    ...(times === null ? {} : { times }),
    retryDays,
    done,
    ...(nextDate ? { nextDate } : {}),
    ...(row.endedOn === null ? {} : { endedOn: businessDate(row.endedOn) }),
  }
}

/** The orders to pay out of an account, the newest first, ended ones too. */
export const instructionsOfAccount = (db: Database, accountId: string): readonly InstructionAnswer[] =>
  instructionsOf(db, accountId).map(row => instructionAnswer(db, row))

/** The orders that still run to repay a loan out of accounts that its borrower holds. Rules: E22, W73. */
export const ordersToRepay = (db: Database, loanId: string, clientId: string): readonly LoanOrder[] =>
  accountsOfClient(db, clientId).flatMap(accountId =>
    instructionsOfAccount(db, accountId).flatMap(({ instructionId, toAccountId, amountMinor, frequency, nextDate }) =>
      toAccountId === loanId && nextDate
        ? [
            {
              instructionId,
              accountId,
              accountNumber: present(accountNames(db, accountId), 'an account has a number').number,
              amountMinor,
              frequency,
              nextDate,
            },
          ]
        : [],
    ),
  )
