import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ReprintReceipt } from './correction-commands.ts'

/** Prints a receipt again: the copy is numbered and recorded, so that nobody can show one payment as two. Rule: D4. */
export function reprintReceipt(
  { receipt, copies }: { readonly receipt: number | null; readonly copies: number },
  { record }: ReprintReceipt,
  _context: Context,
): Result<Decision, Refusal> {
  if (receipt === null) return refuse({ type: 'no-receipt' })
  return ok({
    type: 'receipt.reprinted',
    class: 'fact',
    entries: [],
    body: { record, copy: copies + 1 },
    cause: [record],
  })
}
