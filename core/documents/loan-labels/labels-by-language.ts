import type { DocumentLanguage } from '../document-language.ts'
import { arabicLoanLabels } from './arabic-loans.ts'
import { englishLoanLabels } from './english-loans.ts'
import { frenchLoanLabels } from './french-loans.ts'
import { hindiLoanLabels } from './hindi-loans.ts'
import type { LoanPaperLabels } from './loan-paper-labels.ts'
import { portugueseLoanLabels } from './portuguese-loans.ts'
import { spanishLoanLabels } from './spanish-loans.ts'
import { swahiliLoanLabels } from './swahili-loans.ts'

/** The fixed words of a loan's papers, by language. */
export const loanPaperLabels: Readonly<Record<DocumentLanguage, LoanPaperLabels>> = {
  en: englishLoanLabels,
  fr: frenchLoanLabels,
  es: spanishLoanLabels,
  pt: portugueseLoanLabels,
  sw: swahiliLoanLabels,
  ar: arabicLoanLabels,
  hi: hindiLoanLabels,
}
