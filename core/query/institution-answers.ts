import type { Limits, Role } from '../authority/roles.ts'
import type { WorkingCalendar } from '../institution/working-calendar.ts'

export interface BranchAnswer {
  readonly branchId: string
  readonly code: string
  readonly name: string
  /** How many people work there, and how many devices it has. */
  readonly staff: number
  readonly devices: number
}

export interface StaffAnswer {
  readonly staffId: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly status: 'active' | 'suspended'
  readonly limits: Limits
  readonly signsInHere: boolean
  readonly branchId: string
}

export interface DeviceAnswer {
  readonly log: string
  readonly code: string
  readonly own: boolean
  readonly isHeadOffice: boolean
  /** `forked`: the server holds two histories of it and has stopped it; only head office is told. */
  readonly state: 'active' | 'forked' | 'revoked'
  /** The code of the device that keeps what this one kept. */
  readonly keptBy?: string
  readonly branchId: string
  readonly branchName: string
  readonly records: number
  readonly lastRecordedAt?: string
}

/** What the queries of head office answer. */
export interface InstitutionAnswers {
  branches: readonly BranchAnswer[]
  calendar: WorkingCalendar
  staff: readonly StaffAnswer[]
  devices: readonly DeviceAnswer[]
}
