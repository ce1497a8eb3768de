import type { RecordType } from '../../storage/apply/apply-record.ts'

/**
 * What operations are called, by the type of their record: one that is missing does not compile, one of a later version has none. What is decided
 * over an approval becomes another record; the audit trail names the deciding.
 */
export type RecordNames = Readonly<Record<RecordType | 'approval.decided', string>> & Readonly<Record<string, string>>
