import type { DocumentLanguage } from '../document-language.ts'
import type { ReceiptModel } from '../document-model.ts'

import { arabicLabels } from './arabic.ts'
import { englishLabels } from './english.ts'
import { frenchLabels } from './french.ts'
import { hindiLabels } from './hindi.ts'
import type { DocumentLabels } from './labels.ts'
import { portugueseLabels } from './portuguese.ts'
import { spanishLabels } from './spanish.ts'
import { swahiliLabels } from './swahili.ts'

/** The fixed words of every paper, by language. */
export const documentLabels: Readonly<Record<DocumentLanguage, DocumentLabels>> = {
  en: englishLabels,
  fr: frenchLabels,
  es: spanishLabels,
  pt: portugueseLabels,
  sw: swahiliLabels,
  ar: arabicLabels,
  hi: hindiLabels,
}

/** What an operation is called on paper; its type where this version has no name for it, so that nothing is ever left blank. */
export const operationLabel = (operation: string, labels: DocumentLabels, reversedOperation?: string): string =>
  (reversedOperation === undefined ? undefined : labels.reversals[reversedOperation]) ??
  labels.operations[operation] ??
  operation

/** What stands above the amount of a receipt. */
export function movedLabel(
  { direction, loan }: Pick<ReceiptModel, 'direction' | 'loan'>,
  labels: DocumentLabels,
): string {
  const { moneyIn, moneyOut } = loan ? labels.loan : labels
  return direction === 'in' ? moneyIn : moneyOut
}
