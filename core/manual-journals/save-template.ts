import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkBalanced } from './check-lines.ts'
import { fillTemplate } from './fill-template.ts'
import { isBlank, wholeBp } from './journal-template.ts'
import type { RetireTemplate, SaveTemplate } from './template-commands.ts'

/** The newest version of a template that is saved anew; null for a new one. */
export interface TemplateState {
  readonly chart: Chart
  readonly version: number
}

/**
 * Keeps a journal to be written again. Refuses what may not be booked by hand, naming the line; shares that are no whole on a side; and,
 * where nothing is left blank, what does not balance. Rule: G7.
 */
export function saveTemplate(
  { chart, version }: TemplateState,
  { templateId, name, purpose, currency, lines }: SaveTemplate,
  { newId }: Context,
): Result<Decision, Refusal> {
  for (const [line, { account }] of lines.entries()) {
    const bookable = checkLedgerAccount(chart, account, line)
    if (!bookable.ok) return bookable
  }
  for (const side of ['debit', 'credit'] as const) {
    const shares = lines.flatMap(line => (line.side === side && line.shareBp !== undefined ? [line.shareBp] : []))
    const sumBp = shares.reduce((sum, shareBp) => sum + shareBp, 0)
    if (shares.length > 0 && sumBp !== wholeBp) return refuse({ type: 'shares-not-whole', side, sumBp })
  }
  if (!lines.some(isBlank)) {
    const balanced = checkTemplateBalance({ purpose, currency, lines })
    if (!balanced.ok) return balanced
  }
  return ok({
    type: 'journal-template.saved',
    class: 'decision',
    entries: [],
    body: { templateId: templateId ?? newId(), version: version + 1, name, purpose, currency, lines },
    isReference: true,
  })
}

/** A template without blanks balances for any total, or for none: nothing and one unit tell both. */
function checkTemplateBalance(template: Parameters<typeof fillTemplate>[0]): Result<null, Refusal> {
  for (const totalMinor of [0n, 1n]) {
    const filled = fillTemplate(template, { totalMinor })
    const balanced = filled.ok ? checkBalanced(filled.value) : filled
    if (!balanced.ok) return balanced
  }
  return ok(null)
}

/** A template that is not used any more. What recurs by it goes on. */
export const retireTemplate = (
  _state: null,
  { templateId }: RetireTemplate,
  _context: Context,
): Result<Decision, Refusal> =>
  ok({
    type: 'journal-template.retired',
    class: 'decision',
    entries: [],
    body: { templateId },
    isReference: true,
  })
