import { IconClock, IconSignature } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../core/query/audit-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Subject } from '../../ui/subject.tsx'
import { answerWord, kindWord, whatWord } from './audit-words.ts'

/** An event in one line: when, what happened, about what and whom, who, what was answered, how often, and where it is kept. */
export function useAuditColumns(): readonly GridColumn<AuditRow>[] {
  const { t, i18n } = useTranslation(['audit', 'refusals'])
  return useMemo(() => {
    const locale = i18n.language
    return [
      { id: 'moment', header: t('moment'), width: 92, cell: row => formatMoment(row.at, locale) },
      { id: 'kind', header: t('kind'), width: 124, grow: 0.3, cell: row => kindWord(t, row.kind) },
      { id: 'what', header: t('operation'), width: 140, grow: 0.4, cell: row => whatWord(t, row, locale) },
      { id: 'subject', header: t('subject'), width: 120, grow: 1, cell: row => <About row={row} /> },
      { id: 'person', header: t('person'), width: 110, grow: 0.3, cell: row => row.staffName },
      { id: 'answer', header: t('answer'), width: 140, grow: 1.2, leaves: 2, cell: row => answerWord(t, row) },
      {
        id: 'times',
        header: t('times'),
        width: 44,
        leaves: 3,
        align: 'end',
        cell: row => formatNumber(row.times, locale),
      },
      { id: 'device', header: t('device'), width: 52, leaves: 4, cell: row => row.deviceCode },
      { id: 'journal', header: t('journal'), width: 60, leaves: 1, cell: row => <Kept row={row} /> },
    ]
  }, [t, i18n.language])
}

function About({ row: { subject } }: { readonly row: AuditRow }) {
  const { t } = useTranslation('audit')
  if (!subject) return null
  if (subject.record) return t('record-number', { number: subject.record.seq })
  const { kind, name, number } = subject
  if (name === undefined) return null
  return <Subject subject={{ name, ...(kind === 'account' && number ? { account: number } : {}) }} />
}

const mark = { size: 16, stroke: 1.75, color: 'var(--ink-soft)' } as const

function Kept({ row: { sealedIn } }: { readonly row: AuditRow }) {
  const { t } = useTranslation('audit')
  return sealedIn ? (
    <IconSignature {...mark} aria-label={t('in-journal')} />
  ) : (
    <IconClock {...mark} aria-label={t('waits')} />
  )
}
