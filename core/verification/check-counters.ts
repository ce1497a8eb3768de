import type { Database } from 'better-sqlite3'
import type { Findings } from './finding.ts'

const unequal = `
SELECT currency, sum(debit_minor) AS debit_minor, sum(credit_minor) AS credit_minor
FROM main.balance WHERE sub_account = '' GROUP BY currency HAVING sum(debit_minor) <> sum(credit_minor)`

interface UnequalRow {
  readonly currency: string
  readonly debit_minor: bigint
  readonly credit_minor: bigint
}

/** The counters that are kept with the books sum to zero in every currency; it reads no line, so that each opening can afford it. Rule: V8. */
export function checkCounters(db: Database, findings: Findings): void {
  for (const row of db.prepare(unequal).safeIntegers(true).all() as UnequalRow[]) {
    const { currency, debit_minor: debitMinor, credit_minor: creditMinor } = row
    findings.add({ type: 'counters-unequal', where: `${debitMinor} and ${creditMinor} minor units of ${currency}` })
  }
}
