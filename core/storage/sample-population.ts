import type { Database } from 'better-sqlite3'
import type { SampleCriteria } from '../audit/audit-commands.ts'
import type { Candidate } from '../audit/sample.ts'
import { runsOfDays } from './journal-words.ts'
import { firstCurrency, turnover } from './record-turnover.ts'
import { prepared, type Row } from './run.ts'

interface Listed {
  log: string
  seq: number
  type: string
  branch: string
  business_date: string
  currency: string | null
  amount_minor: bigint | null
}

const recordsIn = prepared<{ from: number; before: number }, Listed>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select([
      'log.log_id as log',
      'record.seq',
      'record.type',
      'record.branch',
      'record.business_date',
      firstCurrency.as('currency'),
      turnover.as('amount_minor'),
    ])
    .where('record.position', '>=', param('from'))
    .where('record.position', '<', param('before')),
)

/** Every record that fits, with what it moved: only the runs of the journal are read in which those days stand. */
export const samplePopulation = (db: Database, criteria: SampleCriteria): readonly Candidate[] =>
  runsOfDays(db, criteria).flatMap(run =>
    recordsIn.all(db, run).flatMap(row => {
      const { log, seq, amountMinor } = row
      return amountMinor !== null && fits(row, amountMinor, criteria) ? [{ record: { log, seq }, amountMinor }] : []
    }),
  )

const fits = (row: Row<Listed>, amountMinor: bigint, criteria: SampleCriteria): boolean =>
  row.businessDate >= criteria.from &&
  row.businessDate <= criteria.to &&
  row.currency === criteria.currency &&
  (criteria.branchId === undefined || row.branch === criteria.branchId) &&
  (criteria.recordType === undefined || row.type === criteria.recordType) &&
  (criteria.minMinor === undefined || amountMinor >= criteria.minMinor) &&
  (criteria.maxMinor === undefined || amountMinor <= criteria.maxMinor)
