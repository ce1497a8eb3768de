import type { DocumentLanguage } from '../document-language.ts'
import { arabicGuide } from './arabic-guide.ts'
import { englishGuide } from './english-guide.ts'
import { frenchGuide } from './french-guide.ts'
import { hindiGuide } from './hindi-guide.ts'
import { portugueseGuide } from './portuguese-guide.ts'
import type { PostingGuideLabels } from './posting-guide-labels.ts'
import { spanishGuide } from './spanish-guide.ts'
import { swahiliGuide } from './swahili-guide.ts'

/** The words of every posting guide, by language. */
export const postingGuideLabels: Readonly<Record<DocumentLanguage, PostingGuideLabels>> = {
  en: englishGuide,
  fr: frenchGuide,
  es: spanishGuide,
  pt: portugueseGuide,
  sw: swahiliGuide,
  ar: arabicGuide,
  hi: hindiGuide,
}
