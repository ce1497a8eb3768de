import { auditGuards } from './tables/audit-tables.ts'

const refuseChange = (table: string, verb: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;`

/**
 * The books defend themselves, whatever the program above them does. Lines are inserted before their record, so that
 * the record's insert can see the whole operation: the own log is dense, and every entry balances per currency. Another log may lack
 * records here that were kept aside; that none is missing its streams prove.
 */
export const guards = `
${refuseChange('record', 'UPDATE')}
${refuseChange('record', 'DELETE')}
${refuseChange('line', 'UPDATE')}
${refuseChange('line', 'DELETE')}
CREATE TRIGGER line_comes_before_record BEFORE INSERT ON line WHEN EXISTS (SELECT 1 FROM record WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a record takes no more lines'); END;
CREATE TRIGGER record_is_dense BEFORE INSERT ON record
WHEN (SELECT own FROM log WHERE log_no = NEW.log_no) = 1 AND NEW.seq <> 1 + coalesce((SELECT max(seq) FROM record WHERE log_no = NEW.log_no), 0)
BEGIN SELECT RAISE(ABORT, 'a log has no gaps'); END;
CREATE TRIGGER record_balances BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM line WHERE position = NEW.position GROUP BY entry_no, currency HAVING sum(amount_minor) <> 0)
  OR EXISTS (SELECT 1 FROM line WHERE position = NEW.position GROUP BY entry_no HAVING count(*) < 2)
BEGIN SELECT RAISE(ABORT, 'debits equal credits'); END;
${auditGuards}`
