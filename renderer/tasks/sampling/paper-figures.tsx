import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { workingPaperLabels } from '../../../core/documents/labels/working-paper-labels.ts'
import type { WorkingPaperAnswer } from '../../../core/query/audit-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { isolateLtr } from '../../lib/isolate.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'

/** How the sample was drawn, from how much, and how far the work has come. */
export function PaperFigures({ answer }: { readonly answer: WorkingPaperAnswer }) {
  const { t, i18n } = useTranslation('audit')
  const { span } = useStatementWords()
  const { methods, seed: seedWord, population: populationWords } = workingPaperLabels[documentLanguage(i18n.language)]
  const { criteria, method, seed, population, marked, size, exceptions } = answer
  const number = (count: number): string => formatNumber(count, i18n.language)
  const chance = method === 'largest' ? [] : [`${seedWord} ${isolateLtr(seed)}`]
  return (
    <Figures>
      <Figure label={[span(criteria), ...chance].join(' · ')}>{methods[method]}</Figure>
      <Figure label={`${populationWords[0]}: ${number(population.count)}`}>
        <Money amountMinor={population.amountMinor} currency={criteria.currency} />
      </Figure>
      <Figure label={`${t('paper-marked')} · ${t('paper-exceptions')}: ${number(exceptions)}`}>
        {`${number(marked)} / ${number(size)}`}
      </Figure>
    </Figures>
  )
}
