import { sql } from 'kysely'

/** Of a `record` in a statement: the currency of its first line; null for one that moved nothing. */
export const firstCurrency = sql<
  string | null
>`(SELECT currency FROM line WHERE line.position = record.position AND entry_no = 0 AND line_no = 0)`

/** The sum of its debits in that currency. */
export const turnover = sql<bigint | null>`(
  SELECT sum(amount_minor) FROM line
  WHERE line.position = record.position AND amount_minor > 0 AND currency = (
    SELECT currency FROM line WHERE line.position = record.position AND entry_no = 0 AND line_no = 0))`

/**
 * What an operation is of, as people say it: a deposit without its fee, which stands in an entry of its own after the first. Of every
 * other record, its turnover.
 */
export const operationAmount = sql<bigint | null>`CASE
  WHEN record.type IN ('savings.deposited', 'savings.withdrawn', 'savings.transferred', 'loan.disbursed', 'loan.repaid', 'loan.refunded', 'operation.reversed') THEN (
    SELECT sum(amount_minor) FROM line
    WHERE line.position = record.position AND entry_no = 0 AND amount_minor > 0 AND currency = (
      SELECT currency FROM line WHERE line.position = record.position AND entry_no = 0 AND line_no = 0))
  ELSE ${turnover} END`
