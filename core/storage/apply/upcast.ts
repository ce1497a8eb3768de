import type { JournalRecord } from '../../journal/record.ts'
import { foundingWithTerms, grantWithJournals } from './founding-of-first-issue.ts'
import { foundingWithLoanLimits, grantWithLoanLimit } from './grants-of-before-lending.ts'
import { foundingWithLoanTerms, publicationWithLoanTerms } from './loan-with-first-terms.ts'

type Body = JournalRecord['body']

/** By type of record: how a body of version 1 says what one of version 2 says, how one of 2 says what one of 3 says, and so on. */
const upcasters: Readonly<Record<string, readonly ((body: Body) => Body)[]>> = {
  'institution.created': [foundingWithTerms, foundingWithLoanTerms, foundingWithLoanLimits],
  'product.published': [publicationWithLoanTerms],
  'staff.added': [grantWithJournals, grantWithLoanLimit],
}

const upcastersOf = (type: string) => upcasters[type] ?? []

/** The version in which this program writes records of the type. */
export const newestTypeVersion = (type: string): number => upcastersOf(type).length + 1

/** The record as this program would have written it. What was signed stays as it is: only appliers see this. */
export function upcast(record: JournalRecord): JournalRecord {
  const { type, typeVersion, body } = record
  const missing = upcastersOf(type).slice(typeVersion - 1)
  return missing.length === 0
    ? record
    : { ...record, typeVersion: newestTypeVersion(type), body: missing.reduce((said, next) => next(said), body) }
}
