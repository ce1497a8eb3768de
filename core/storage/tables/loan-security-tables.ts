/** What stands for loans: the people who guarantee them, and the things that are pledged. */
export const loanSecurityTables = `
CREATE TABLE loan_guarantee (
  guarantee_id TEXT PRIMARY KEY, loan_id TEXT NOT NULL, guarantor_id TEXT NOT NULL, covers_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL, hold_id TEXT, position INTEGER NOT NULL, released_position INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_guarantee_by_loan ON loan_guarantee (loan_id);
CREATE INDEX loan_guarantee_by_guarantor ON loan_guarantee (guarantor_id);
CREATE TABLE loan_collateral (
  collateral_id TEXT PRIMARY KEY, loan_id TEXT NOT NULL, kind TEXT NOT NULL, value_minor INTEGER NOT NULL, thing TEXT,
  position INTEGER NOT NULL, released_position INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_collateral_by_loan ON loan_collateral (loan_id);
CREATE INDEX loan_collateral_by_thing ON loan_collateral (thing) WHERE thing IS NOT NULL AND released_position IS NULL;
`

/** The columns of the same tables, for Kysely. */
export interface LoanSecurityTables {
  loan_guarantee: LoanGuaranteeTable
  loan_collateral: LoanCollateralTable
}

export interface LoanGuaranteeTable {
  guarantee_id: string
  loan_id: string
  guarantor_id: string
  covers_minor: bigint
  /** What the guarantor has paid of the loan, beside what was taken of what is held. */
  paid_minor: bigint
  /** What is held of theirs, where something is. */
  hold_id: string | null
  position: number
  /** Null while it stands; what stood for a loan that is settled has done its part. */
  released_position: number | null
}

export interface LoanCollateralTable {
  collateral_id: string
  loan_id: string
  kind: string
  value_minor: bigint
  /** A digest of what it is known by. */
  thing: string | null
  position: number
  released_position: number | null
}
