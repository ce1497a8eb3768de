import type { BusinessDate } from '../calendar/business-date.ts'
import type { Effect, Outcome } from '../command/outcome.ts'
import type { DocumentModel } from '../documents/document-model.ts'
import type { Worklist } from '../loans/worklist.ts'
import type { Money } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import type { DrawerAnswer } from './cash-answers.ts'
import type { JournalRow } from './journal-answers.ts'
import type { UnsentAnswer } from './sync-answers.ts'

export interface MyDayAnswer {
  readonly businessDate?: BusinessDate
  readonly lastClosedDate?: BusinessDate
  readonly drawer?: DrawerAnswer
  readonly approvals: number
  /** How many applications for loans wait for this person to decide. */
  readonly applications: number
  /** How many loans stand in each of the person's worklists. */
  readonly loans: Readonly<Record<Worklist, number>>
  /** How many transfers of cash wait for this person to count and receive them. */
  readonly cashToReceive: number
  readonly unsent: UnsentAnswer
  readonly today: {
    readonly deposits: number
    /** In each currency, the institution's own first. */
    readonly deposited: readonly Money[]
    readonly withdrawals: number
    readonly withdrawn: readonly Money[]
    readonly newClients: number
  }
  readonly recent: readonly JournalRow[]
}

export type OutcomeAnswer = { readonly known: true; readonly outcome: Outcome } | { readonly known: false }

export type PreviewAnswer =
  | { readonly allowed: true; readonly effect: Effect }
  /** Above a limit, what it would do once somebody who may has signed. */
  | { readonly allowed: false; readonly refusal: Refusal; readonly effect?: Effect }

/** What the counter asks: the day, what a command would do, what became of one, and its papers. */
export interface CounterAnswers {
  'my-day': MyDayAnswer
  preview: PreviewAnswer
  outcome: OutcomeAnswer
  document: DocumentModel
}
