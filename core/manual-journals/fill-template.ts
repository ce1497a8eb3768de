import { assert } from '../assert.ts'
import { allocate } from '../money/allocate.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { JournalLine } from './journal-commands.ts'
import { asksForTotal, isBlank, type JournalTemplate, type TemplateLine } from './journal-template.ts'

/** What a person adds to a template: the total that is shared out, and the blanks by the place of their line. */
export interface Filling {
  readonly totalMinor?: bigint | undefined
  readonly blanks?: ReadonlyMap<number, bigint> | undefined
}

export type TemplateIncomplete = { readonly type: 'template-incomplete'; readonly line?: number }

/**
 * The lines of a journal out of a template. The shares of a side are split without losing a unit; a line whose share comes to nothing
 * is left out. Refuses template-incomplete, naming the blank line, or none for the total. Rule: G7.
 */
export function fillTemplate(
  template: JournalTemplate,
  { totalMinor, blanks }: Filling,
): Result<readonly JournalLine[], TemplateIncomplete> {
  const { lines, currency } = template
  if (asksForTotal(template) && totalMinor === undefined) return refuse({ type: 'template-incomplete' })
  const blank = lines.findIndex((line, place) => isBlank(line) && blanks?.get(place) === undefined)
  if (blank >= 0) return refuse({ type: 'template-incomplete', line: blank })
  const parts = sharesOf(lines, totalMinor ?? 0n)
  const filled = lines.map(({ account, side, amountMinor }, place) => ({
    account,
    side,
    amountMinor: amountMinor ?? parts.get(place) ?? blanks?.get(place) ?? 0n,
    currency,
  }))
  return ok(filled.filter(({ amountMinor }) => amountMinor > 0n))
}

/** Each side's parts of the total, by the place of their line. */
function sharesOf(lines: readonly TemplateLine[], totalMinor: bigint): ReadonlyMap<number, bigint> {
  const parts = new Map<number, bigint>()
  for (const side of ['debit', 'credit'] as const) {
    const shared = [...lines.entries()].filter(([, line]) => line.side === side && line.shareBp !== undefined)
    if (shared.length === 0) continue
    const split = allocate(
      totalMinor,
      shared.map(([, { shareBp }]) => BigInt(shareBp ?? 0)),
    )
    assert(split.ok, 'shares are above nothing')
    shared.forEach(([place], index) => {
      parts.set(place, split.value[index] ?? 0n)
    })
  }
  return parts
}
