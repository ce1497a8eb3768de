import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../core/documents/document-language.ts'
import { documentLabels } from '../../core/documents/labels/document-labels.ts'
import { statementLabels } from '../../core/documents/statement-labels/labels-by-language.ts'
import type { StatementLabels } from '../../core/documents/statement-labels/statement-labels.ts'
import type { Days } from '../../core/statements/statement-request.ts'
import { formatDate } from './format-date.ts'
import { isolate } from './isolate.ts'

export interface StatementWords {
  readonly labels: StatementLabels
  /** `1 Jan 2026 to 31 Jan 2026`, or up to a day from the beginning. */
  readonly span: (days: Days) => string
  readonly asOf: (days: Days) => string
}

/** The words of statements in the window: the same as on paper. */
export function useStatementWords(): StatementWords {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const language = documentLanguage(i18n.language)
    const labels = statementLabels[language]
    const date = (of: Days['to']): string => isolate(formatDate(of, i18n.language))
    return {
      labels,
      span: ({ from, to }) =>
        from === undefined ? labels.upTo(date(to)) : documentLabels[language].period(date(from), date(to)),
      asOf: ({ to }) => labels.asOf(date(to)),
    }
  }, [i18n.language])
}
