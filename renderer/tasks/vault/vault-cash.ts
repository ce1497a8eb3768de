import type { CashAnswers } from '../../../core/query/cash-answers.ts'

/** One currency of a vault on the day that is open. */
export type VaultCash = NonNullable<CashAnswers['cash-position']>['places'][number]
