import type { DocumentLanguage } from '../document-language.ts'
import { arabicStatements } from './arabic-statements.ts'
import { englishStatements } from './english-statements.ts'
import { frenchStatements } from './french-statements.ts'
import { hindiStatements } from './hindi-statements.ts'
import { portugueseStatements } from './portuguese-statements.ts'
import { spanishStatements } from './spanish-statements.ts'
import type { StatementLabels } from './statement-labels.ts'
import { swahiliStatements } from './swahili-statements.ts'

export const statementLabels: Readonly<Record<DocumentLanguage, StatementLabels>> = {
  en: englishStatements,
  fr: frenchStatements,
  es: spanishStatements,
  pt: portugueseStatements,
  sw: swahiliStatements,
  ar: arabicStatements,
  hi: hindiStatements,
}
