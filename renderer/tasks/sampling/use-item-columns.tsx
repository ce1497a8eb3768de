import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { workingPaperLabels } from '../../../core/documents/labels/working-paper-labels.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { MarkOfItem, PaperItem } from '../../../core/storage/working-paper-items.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Badge } from '../../ui/badge.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Subject } from '../../ui/subject.tsx'

/** A record of the sample in one line, with what was found of it. */
export function useItemColumns(currency: CurrencyCode): readonly GridColumn<PaperItem>[] {
  const { t, i18n } = useTranslation('journal')
  const word = useRecordWord()
  return useMemo(() => {
    const labels = workingPaperLabels[documentLanguage(i18n.language)]
    return [
      {
        id: 'date',
        header: t('business-date'),
        width: 88,
        leaves: 4,
        cell: item => formatDate(item.businessDate, i18n.language),
        sortBy: item => item.businessDate,
      },
      { id: 'operation', header: t('operation'), width: 112, grow: 0.4, cell: item => word(item) },
      {
        id: 'subject',
        header: t('subject'),
        width: 120,
        grow: 1.2,
        leaves: 3,
        cell: item => item.subject && <Subject subject={item.subject} />,
      },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 50,
        leaves: 5,
        align: 'end',
        cell: ({ receipt }) => receipt !== undefined && formatNumber(receipt, i18n.language),
      },
      moneyColumn(
        { id: 'amount', header: t('amount'), of: ({ amountMinor }) => ({ amountMinor, currency }) },
        i18n.language,
      ),
      {
        id: 'mark',
        header: labels.mark,
        width: 96,
        cell: ({ marked }) => marked && <Badge tone={tones[marked.mark]}>{labels.marks[marked.mark]}</Badge>,
      },
      {
        id: 'note',
        header: labels.note,
        width: 120,
        grow: 1.6,
        leaves: 1,
        cell: ({ marked }) => marked?.note && <bdi>{marked.note}</bdi>,
      },
      { id: 'by', header: t('by'), width: 100, leaves: 6, cell: ({ marked }) => marked && <bdi>{marked.by}</bdi> },
    ]
  }, [t, i18n.language, word, currency])
}

const tones: Readonly<Record<MarkOfItem['mark'], 'right' | 'wrong' | 'waiting'>> = {
  agreed: 'right',
  exception: 'wrong',
  noted: 'waiting',
}
