/** What head office said that currencies cost; nothing of it is ever replaced. And as of which days positions were revalued. */
export const exchangeTables = `
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL, valid_from TEXT NOT NULL, version INTEGER NOT NULL, buy TEXT NOT NULL, mid TEXT NOT NULL, sell TEXT NOT NULL,
  position INTEGER NOT NULL, PRIMARY KEY (currency, valid_from, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE fx_revaluation (
  currency TEXT NOT NULL, branch TEXT NOT NULL, as_of TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (currency, branch, as_of, position)
) STRICT, WITHOUT ROWID;
`

/** The columns of the same tables, for Kysely. */
export interface ExchangeTables {
  exchange_rate: ExchangeRateTable
  fx_revaluation: FxRevaluationTable
}

export interface FxRevaluationTable {
  currency: string
  branch: string
  as_of: string
  position: number
}

export interface ExchangeRateTable {
  currency: string
  valid_from: string
  version: number
  buy: string
  mid: string
  sell: string
  position: number
}
