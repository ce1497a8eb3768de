import { appendDecision } from '../../core/command/execute.ts'
import { loadContext } from '../../core/command/load-context.ts'
import { requestHashOf } from '../../core/command/request-hash.ts'
import { withLines } from '../../core/journal/entry.ts'
import type { Line } from '../../core/journal/record.ts'
import { ok } from '../../core/result.ts'
import { inTransaction } from '../../core/storage/in-transaction.ts'
import type { Branch } from './branch.ts'

/**
 * Posts a record of a type that this program does not know, as one of a later version would be pulled: its lines are booked all the
 * same. For entries that no verb makes yet, in any currency and with any text.
 */
export function postEntries(
  { books, desk, environment }: Branch,
  entries: readonly { readonly description: string; readonly lines: readonly Line[] }[],
  valueDate?: Parameters<typeof appendDecision>[3]['valueDate'],
): void {
  const key = environment.newId()
  inTransaction(books.db, () => {
    const at = desk('head-office')
    const decision = {
      type: 'later.posted',
      class: 'fact',
      entries: entries.map(({ description, lines }) => withLines({ description }, lines)),
      body: {},
      ...(valueDate ? { valueDate } : {}),
    } as const
    const requestHash = requestHashOf(at.log, { type: 'day.close', key })
    return ok(appendDecision(books, at, loadContext(books, at), decision, { key, requestHash }))
  })
}
