import { z } from 'zod'
import { aprVectors } from './apr-vectors.ts'
import { calendarVectors } from './calendar-vectors.ts'
import { iso4217Vectors } from './iso4217-vectors.ts'
import { loanScheduleVectors } from './loan-schedule-vectors.ts'
import { loanTransactionVectors } from './loan-transaction-vectors.ts'
import { savingsInterestVectors } from './savings-interest-vectors.ts'
import { hasField, type VectorKind } from './vector-kind.ts'

/** Every format that is run. A new one is a file beside these and a line here. */
export const vectorKinds: readonly VectorKind[] = [
  iso4217Vectors,
  calendarVectors,
  savingsInterestVectors,
  loanScheduleVectors,
  loanTransactionVectors,
  aprVectors,
]

/** A format that is recognised and not run: it is named with the reason, and counts neither way. */
export interface KindNotRun {
  readonly name: string
  readonly recognises: (content: unknown) => boolean
  readonly because: string
}

const notComputedYet = 'this program does not compute it yet'

export const kindsNotRun: readonly KindNotRun[] = [
  { name: 'credit lines', recognises: hasField('schema', 'mfi-credit-line-vectors/1'), because: notComputedYet },
  {
    name: 'spelled numbers',
    recognises: content =>
      z.looseObject({ source: z.string(), english: z.record(z.string(), z.string()) }).safeParse(content).success,
    because: 'words are compared by the unit tests of documents',
  },
]
