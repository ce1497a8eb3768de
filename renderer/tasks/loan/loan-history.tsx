import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { components, portionsTotal } from '../../../core/loan-life/portions.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer, LoanHistoryRow } from '../../../core/query/loan-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { isolate } from '../../lib/isolate.ts'
import { useAnswerPages } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { Shortcut } from '../../ui/shortcut.tsx'

/** What befell a loan, the newest first. Enter opens the record, with its receipt again; R reverses it. Rule: W67. */
export function LoanHistory({ loan }: { readonly loan: LoanAnswer }) {
  const { t } = useTranslation('loan')
  const columns = useColumns(loan)
  const { rows, refusal, isPending, more } = useAnswerPages({ type: 'loan-history', loanId: loan.loanId })
  const mayReverse = loan.custodian.here && loan.possible.includes('reverse')
  return (
    <Panel
      title={t('history')}
      flush
      aside={
        mayReverse &&
        rows.length > 0 && (
          <>
            <Shortcut keys="r" /> {t('reverse-marked')}
          </>
        )
      }
    >
      {refusal && <RefusalNote refusal={refusal} />}
      <DataGrid
        label={t('history')}
        columns={columns}
        rows={rows}
        rowKey={({ place }) => String(place)}
        onOpen={({ record }) => goTo({ task: 'record', record })}
        rowKeys={mayReverse ? { r: ({ record }) => goTo({ task: 'reverse', record }) } : {}}
        rowState={({ reversedBy }) => (reversedBy ? 'void' : undefined)}
        empty={<EmptyState title={t('history-none')} />}
        isPending={isPending}
        more={more}
        maxRows={13}
        autoFocus
      />
    </Panel>
  )
}

/** What was meant by an event, beside what it came to. */
function amountOf({ entry, portions }: LoanHistoryRow): bigint | undefined {
  const target = entry
  if (target.type === 'repaid' || target.type === 'refunded' || target.type === 'paid-out') return target.amountMinor
  return portions && portionsTotal(portions) > 0n ? portionsTotal(portions) : undefined
}

function useColumns({ currency }: LoanAnswer): readonly GridColumn<LoanHistoryRow>[] {
  const { t, i18n } = useTranslation('loan')
  return useMemo(
    () => [
      { id: 'date', header: t('date'), width: 98, cell: row => formatDate(row.bookedOn, i18n.language) },
      { id: 'event', header: t('event'), width: 130, grow: 2, cell: row => <Event row={row} currency={currency} /> },
      moneyColumn(
        {
          id: 'amount',
          header: t('amount'),
          of: row => {
            const amountMinor = amountOf(row)
            return amountMinor === undefined ? undefined : { amountMinor, currency }
          },
        },
        i18n.language,
      ),
      { id: 'by', header: t('by'), width: 90, grow: 0.6, leaves: 1, cell: row => <bdi>{row.actorName}</bdi> },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 50,
        leaves: 2,
        align: 'end',
        cell: row => row.receipt !== undefined && formatNumber(row.receipt, i18n.language),
      },
    ],
    [t, i18n.language, currency],
  )
}

interface EventProps extends Pick<LoanAnswer, 'currency'> {
  readonly row: LoanHistoryRow
}

/** What happened, from when it counts where that was another day, and what it changed of what was booked before. */
function Event({ row: { entry, bookedOn, undone, adjusted, reversedBy }, currency }: EventProps) {
  const { t, i18n } = useTranslation('loan')
  const date = (day: typeof bookedOn) => formatDate(day, i18n.language)
  const changed = adjusted
    ? components
        .filter(part => adjusted[part] !== 0n)
        .map(
          part =>
            `${t(`part-${part}`)} ${isolate(formatAmount({ amountMinor: adjusted[part], currency }, i18n.language))}`,
        )
    : []
  return (
    <>
      {undone ? t('event-reversed-what', { what: t(`event-${undone.type}`) }) : t(`event-${entry.type}`)}{' '}
      {entry.type === 'rescheduled' && t('moved', { from: date(entry.from), to: date(entry.to) })}{' '}
      {entry.effectiveOn !== bookedOn &&
        entry.type !== 'reversed' &&
        t('counts-from', { date: date(entry.effectiveOn) })}{' '}
      {changed.length > 0 && t('changed-what', { what: changed.join(', ') })}{' '}
      {reversedBy && <Badge tone="wrong">{t('reversed')}</Badge>}
    </>
  )
}
