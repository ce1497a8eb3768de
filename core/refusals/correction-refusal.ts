import type { BusinessDate } from '../calendar/business-date.ts'
import type { RecordRef } from '../journal/record.ts'
import type { OfSomebody } from './of-somebody.ts'

export type ReversalRefusal =
  | { readonly type: 'record-unknown' }
  | { readonly type: 'not-reversible'; readonly recordType: string }
  | { readonly type: 'already-reversed'; readonly by: RecordRef }
  | ({ readonly type: 'drawer-closed-since' } & OfSomebody)
  | { readonly type: 'reversal-counts-today' }
  | { readonly type: 'exchange-of-earlier-day'; readonly date: BusinessDate }
  | { readonly type: 'record-of-other-device'; readonly deviceCode: string }

export type ApprovalRefusal =
  | { readonly type: 'approval-unknown' }
  | { readonly type: 'approval-decided' }
  | { readonly type: 'approval-not-needed' }
  | { readonly type: 'own-request' }
