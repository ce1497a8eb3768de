import { documentLanguage } from '../../core/documents/document-language.ts'
import type { CashSheetModel } from '../../core/documents/document-model.ts'
import { type CashSheetLabels, cashSheetLabels } from '../../core/documents/labels/cash-sheet-labels.ts'
import { type PaperWords, paperWords } from './paper-words.ts'

export type CashSheetPlace = CashSheetModel['places'][number]

/** A cash sheet's words for one place of it: each place has its own currency. */
export interface CashWords extends PaperWords {
  readonly cash: CashSheetLabels
  readonly kindOf: (kind: 'vault' | 'drawer' | 'bank') => string
  readonly movement: (operation: string) => string
}

export function cashWords(locale: string, currency: CashSheetPlace['currency']): CashWords {
  const words = paperWords({ locale, currency })
  const cash = cashSheetLabels[documentLanguage(locale)]
  return {
    ...words,
    cash,
    kindOf: kind => (kind === 'bank' ? '' : cash[kind]),
    movement: operation => cash.operations[operation] ?? words.operation(operation),
  }
}

/** Whether a count agrees, and otherwise which way it does not. */
export const verdict = ({ cash }: CashWords, differenceMinor: bigint): string => {
  if (differenceMinor === 0n) return cash.agrees
  return differenceMinor > 0n ? cash.over : cash.short
}

export const sumOf = (place: CashSheetPlace, direction: 'in' | 'out'): bigint =>
  place.movements
    .filter(movement => movement.direction === direction)
    .reduce((sumMinor, { amountMinor }) => sumMinor + amountMinor, 0n)

/** What is missing at a place: no count on the day, or none since cash moved there. */
export function missingCount({ cash }: CashWords, { kind, count, isUncounted }: CashSheetPlace): string | undefined {
  if (isUncounted && (count || kind === 'vault')) return cash.movedSince
  return count ? undefined : cash.notCounted
}
