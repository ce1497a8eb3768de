import type { ChangingState, FormingState } from '../customers/form-group.ts'
import type { Context } from '../decision/context.ts'
import { readableNumber } from '../ledger/check-digit.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { clientRow } from '../storage/clients.ts'
import { groupBorrowers, groupRow } from '../storage/groups.ts'
import { nextInSeries } from '../storage/number-series.ts'
import type { CommandOf } from './command.ts'

const areClients = ({ db }: Books, members: readonly string[]): boolean =>
  members.every(clientId => clientRow(db, clientId) !== null)

/** Refuses client-unknown. */
export function loadForming(
  books: Books,
  { members }: CommandOf<'group.form'>,
  { branch, device }: Context,
): Result<FormingState, Refusal> {
  if (!areClients(books, members)) return refuse({ type: 'client-unknown' })
  const next = nextInSeries(books.db, 'group', device.logId)
  return ok({ number: readableNumber('G', branch.code, device.code, next) })
}

/** Refuses group-unknown, client-unknown. */
export function loadChanging(
  books: Books,
  { groupId, members }: CommandOf<'group.change'>,
): Result<ChangingState, Refusal> {
  if (!groupRow(books.db, groupId)) return refuse({ type: 'group-unknown' })
  if (!areClients(books, members)) return refuse({ type: 'client-unknown' })
  return ok({ borrowing: groupBorrowers(books.db, groupId) })
}
