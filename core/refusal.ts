import type { AuditRefusal } from './refusals/audit-refusal.ts'
import type { AuthorityRefusal } from './refusals/authority-refusal.ts'
import type { CashRefusal } from './refusals/cash-refusal.ts'
import type { ApprovalRefusal, ReversalRefusal } from './refusals/correction-refusal.ts'
import type { CustomerRefusal } from './refusals/customer-refusal.ts'
import type { DayRefusal } from './refusals/day-refusal.ts'
import type { DeviceRefusal } from './refusals/device-refusal.ts'
import type { DocumentRefusal } from './refusals/document-refusal.ts'
import type { ImportRefusal } from './refusals/import-refusal.ts'
import type { LedgerRefusal } from './refusals/ledger-refusal.ts'
import type { LoanRefusal } from './refusals/loan-refusal.ts'
import type { BulkRefusal, IdentityRefusal, ShapeRefusal } from './refusals/request-refusal.ts'
import type { SavingsRefusal } from './refusals/savings-refusal.ts'
import type { SessionRefusal } from './refusals/session-refusal.ts'
import type { StorageRefusal } from './refusals/storage-refusal.ts'
import type { SyncRefusal } from './refusals/sync-refusal.ts'

/** Every typed no that the engine can give. The window has a text for each; a new one does not compile until it has. */
export type Refusal =
  | ShapeRefusal
  | IdentityRefusal
  | BulkRefusal
  | SessionRefusal
  | AuthorityRefusal
  | DeviceRefusal
  | DayRefusal
  | CashRefusal
  | CustomerRefusal
  | SavingsRefusal
  | LoanRefusal
  | ReversalRefusal
  | ApprovalRefusal
  | LedgerRefusal
  | AuditRefusal
  | DocumentRefusal
  | ImportRefusal
  | SyncRefusal
  | StorageRefusal
