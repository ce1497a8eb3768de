import { IconScale } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialBalanceAnswer, TrialBalanceRow } from '../../../core/query/answers.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

const figure = (amountMinor: bigint, currency: TrialBalanceRow['currency']) =>
  amountMinor === 0n ? null : <Money aligned amountMinor={amountMinor} currency={currency} />

function useColumns(): readonly GridColumn<TrialBalanceRow>[] {
  const { t } = useTranslation('frame')
  return useMemo(
    () => [
      {
        id: 'account',
        header: t('column-account'),
        width: '80px',
        cell: row => row.account,
        sortBy: row => row.account,
      },
      {
        id: 'name',
        header: t('column-name'),
        width: 'minmax(150px, 2fr)',
        cell: row => row.name,
        sortBy: row => row.name,
      },
      { id: 'type', header: t('column-type'), width: '90px', cell: row => t(`ledger-${row.type}`) },
      {
        id: 'debits',
        header: t('column-debits'),
        width: 'minmax(130px, 1fr)',
        align: 'end',
        cell: row => figure(row.debitMinor, row.currency),
      },
      {
        id: 'credits',
        header: t('column-credits'),
        width: 'minmax(130px, 1fr)',
        align: 'end',
        cell: row => figure(row.creditMinor, row.currency),
      },
      {
        id: 'debit',
        header: t('column-debit'),
        width: 'minmax(130px, 1fr)',
        align: 'end',
        cell: row => figure(row.debitBalanceMinor, row.currency),
      },
      {
        id: 'credit',
        header: t('column-credit'),
        width: 'minmax(130px, 1fr)',
        align: 'end',
        cell: row => figure(row.creditBalanceMinor, row.currency),
      },
    ],
    [t],
  )
}

/** The ledger on one sheet, as of any booking date. The two balance columns agree, per currency, or something is broken. */
export function TrialBalancePage() {
  const { t, i18n } = useTranslation('frame')
  const [text, setText] = useState('')
  const asOf = useTypedDate(text)
  const { answer, refusal, isPending } = useAnswer(
    { type: 'trial-balance', ...(asOf ? { asOf } : {}) },
    { keepPrevious: true },
  )
  const columns = useColumns()
  return (
    <Page fixed>
      <PageHeader
        title={t('place-trial-balance')}
        subtitle={answer && t('as-of', { date: formatDay(answer.asOf, i18n.language) })}
        marks={answer && <BalanceMark answer={answer} />}
        actions={<DateField label={t('as-of-date')} text={text} onText={setText} />}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('place-trial-balance')}
          columns={columns}
          rows={answer?.rows ?? []}
          rowKey={row => `${row.account} ${row.currency}`}
          isPending={isPending}
          empty={<EmptyState icon={<IconScale size={30} stroke={1.25} />} title={t('ledger-empty')} />}
          {...(answer?.totals[0] ? { totals: totalsOf(answer.totals[0], t('total')) } : {})}
        />
      </Panel>
    </Page>
  )
}

const totalsOf = ({ currency, debitMinor, creditMinor }: TrialBalanceAnswer['totals'][number], label: string) => ({
  name: label,
  debit: <Money aligned strong amountMinor={debitMinor} currency={currency} />,
  credit: <Money aligned strong amountMinor={creditMinor} currency={currency} />,
})

function BalanceMark({ answer }: { readonly answer: TrialBalanceAnswer }) {
  const { t } = useTranslation('frame')
  const agrees = answer.totals.every(({ debitMinor, creditMinor }) => debitMinor === creditMinor)
  return <Badge tone={agrees ? 'right' : 'wrong'}>{t(agrees ? 'balances-agree' : 'balances-differ')}</Badge>
}
