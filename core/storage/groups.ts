import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { settledStates } from '../loans/loan-states.ts'
import { prepared } from './run.ts'
import type { ClientGroupTable } from './tables/group-tables.ts'

const byId = prepared<{ groupId: string }, ClientGroupTable>((db, param) =>
  db.selectFrom('client_group').selectAll().where('group_id', '=', param('groupId')),
)
const everyGroup = prepared<{ limit: number }, ClientGroupTable>((db, param) =>
  db.selectFrom('client_group').selectAll().orderBy('name').orderBy('group_id').limit(param('limit')),
)
const ofClient = prepared<{ clientId: string }, ClientGroupTable>((db, param) =>
  db
    .selectFrom('client_group as g')
    .innerJoin('group_member as m', 'm.group_id', 'g.group_id')
    .selectAll('g')
    .where('m.client_id', '=', param('clientId'))
    .orderBy('g.name'),
)
const membersOf = prepared<{ groupId: string }, { client_id: string; name: string; number: string }>((db, param) =>
  db
    .selectFrom('group_member as m')
    .innerJoin('client as c', 'c.client_id', 'm.client_id')
    .select(['m.client_id', 'c.name', 'c.number'])
    .where('m.group_id', '=', param('groupId'))
    .orderBy('m.place'),
)

export const groupRow = (db: Database, groupId: string) => byId.get(db, { groupId }) ?? null

/** The groups by name, all of them or those of a client. */
export const groupRows = (db: Database, clientId: string | undefined, limit: number) =>
  clientId === undefined ? everyGroup.all(db, { limit }) : ofClient.all(db, { clientId })

/** The members of a group who are known here, in their order. */
export const groupMembers = (db: Database, groupId: string) => membersOf.all(db, { groupId })

const borrowingOf = prepared<{ groupId: string }, { client_id: string; number: string }>((db, param) =>
  db
    .selectFrom('loan')
    .select(['client_id', 'number'])
    .where('group_id', '=', param('groupId'))
    .where('status', 'not in', [...settledStates, 'draft']),
)

/** Whose loans of a group are asked for, approved or owed. */
export const groupBorrowers = (db: Database, groupId: string) => borrowingOf.all(db, { groupId })

const lateOf = prepared<
  { groupId: string; loanId: string; today: string },
  { number: string; name: string; client_number: string; currency: string; due_on: string; overdue_minor: bigint }
>((db, param) =>
  db
    .selectFrom('loan as l')
    .innerJoin('client as c', 'c.client_id', 'l.client_id')
    .innerJoin('loan_installment as i', 'i.loan_id', 'l.loan_id')
    .select(eb => [
      'l.number',
      'c.name',
      'c.number as client_number',
      'l.currency',
      eb.fn.min<string>('i.due_on').as('due_on'),
      eb.fn.sum<bigint>('i.outstanding_minor').as('overdue_minor'),
    ])
    .where('l.group_id', '=', param('groupId'))
    .where('l.loan_id', '!=', param('loanId'))
    .where('l.status', '=', 'active')
    .where('i.outstanding_minor', '>', 0n)
    .where('i.due_on', '<', param('today'))
    .groupBy('l.loan_id')
    .orderBy('due_on'),
)

/** Of the loans of a group beside one: what is longest overdue on a day; null when nothing is. */
export const longestOverdue = (db: Database, groupId: string, loanId: string, today: BusinessDate) =>
  lateOf.get(db, { groupId, loanId, today }) ?? null
