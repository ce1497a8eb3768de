import type { CashAnswers } from '../../../core/query/cash-answers.ts'

type CashPosition = NonNullable<CashAnswers['cash-position']>

/** One currency of a vault or a drawer on the day. */
export type CashPlace = CashPosition['places'][number]

/** Cash that was sent and has not arrived, with what this person may do about it. */
export type SentCash = CashPosition['transfers'][number]
