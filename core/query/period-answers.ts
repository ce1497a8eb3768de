import type { BusinessDate } from '../calendar/business-date.ts'
import type { Period } from '../calendar/period.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Money } from '../money/amount.ts'
import type { ChecklistItem } from '../periods/checklist.ts'
import type { JournalRow } from './journal-answers.ts'

export interface ClosedPeriodAnswer {
  readonly period: Period
  readonly actorName: string
  readonly closedAt: string
  readonly record: RecordRef
  /** How many records came for it since. */
  readonly late: number
}

/**
 * How a branch's fiscal year stands: `running` while one of its periods is open, `ready` to be closed, `closed`, or `late` when something
 * came for it since, which closing it again carries.
 */
export interface BranchYearAnswer {
  readonly branchId: string
  readonly branchName: string
  readonly state: 'running' | 'ready' | 'closed' | 'late'
  /** What it earned less what it spent, as far as that is not carried yet, in each currency. */
  readonly results: readonly Money[]
  readonly closing?: RecordRef
}

export interface FiscalYearAnswer {
  readonly year: number
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  readonly lastDay: BusinessDate
  readonly branches: readonly BranchYearAnswer[]
}

export interface PeriodsAnswer {
  /** The oldest period that is open, the only one that can be closed. */
  readonly next: Period
  /** The month with which fiscal years begin; January is 1. */
  readonly fiscalYearStartMonth: number
  /** Newest first; the first is the only one that can be reopened. */
  readonly closed: readonly ClosedPeriodAnswer[]
  /** Every fiscal year since the founding, newest first. */
  readonly years: readonly FiscalYearAnswer[]
}

export interface ChecklistAnswer {
  readonly period: Period
  readonly isNext: boolean
  readonly isReady: boolean
  readonly items: readonly ChecklistItem[]
}

export interface LateRecordRow extends JournalRow {
  readonly period: Period
}

/** What the queries about periods answer. */
export interface PeriodAnswers {
  periods: PeriodsAnswer
  'period-checklist': ChecklistAnswer
  'late-records': readonly LateRecordRow[]
}
