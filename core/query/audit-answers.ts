import type { SampleDrawn } from '../audit/audit-records.ts'
import type { RecordRef } from '../journal/record.ts'
import type { PaperItem } from '../storage/working-paper-items.ts'
import type { JournalRow } from './journal-answers.ts'

/** Whom or what an event is about, as people know it. */
export interface AuditSubject {
  readonly kind: 'client' | 'account' | 'record' | 'staff' | 'other'
  readonly id: string
  /** A client's or colleague's name, an account's number; absent where this installation does not know it. */
  readonly name?: string
  readonly number?: string
  readonly record?: RecordRef
}

export interface AuditRow {
  readonly n: number
  readonly at: string
  readonly deviceCode: string
  readonly staffName?: string
  readonly kind: string
  readonly what?: string
  /** Where that is an operation of the journal: the type of record that it makes. */
  readonly recordType?: string
  readonly refusal?: string
  readonly subject?: AuditSubject
  readonly times: number
  /** The record that holds it; absent while it waits at this installation. */
  readonly sealedIn?: RecordRef
}

export interface AuditTrailAnswer {
  readonly rows: readonly AuditRow[]
  /** The place to ask `before` for the next page. */
  readonly next?: { readonly position?: number | undefined; readonly n: number }
}

export interface TraceAnswer {
  /** Of a receipt's code: what it proves. `other-record`: the device signed it, and another record stands here in its place. */
  readonly code?: 'genuine' | 'other-record' | 'not-here' | 'unreadable'
  readonly rows: readonly JournalRow[]
}

/** A working paper as a list shows it. */
export interface WorkingPaperHead extends Pick<SampleDrawn, 'paperId' | 'criteria' | 'method'> {
  readonly record: RecordRef
  /** Drawn at this installation, where it is worked on. */
  readonly isOwn: boolean
  readonly deviceCode: string
  readonly title: string
  readonly drawnAt: string
  readonly drawnBy: string
  /** How many records it has, how many of them have a mark, and how many are exceptions. */
  readonly size: number
  readonly marked: number
  readonly exceptions: number
}

export interface WorkingPaperAnswer extends WorkingPaperHead, Pick<SampleDrawn, 'seed' | 'population'> {
  readonly items: readonly PaperItem[]
}

/** What the queries of the audit answer. */
export interface AuditAnswers {
  trace: TraceAnswer
  /** Records read of those to read; null while no check is under way. */
  verification: { readonly done: number; readonly total: number } | null
  'audit-trail': AuditTrailAnswer
  'sample-population': SampleDrawn['population']
  'working-papers': readonly WorkingPaperHead[]
  'working-paper': WorkingPaperAnswer
}
