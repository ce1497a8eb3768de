import { IconScale } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money as Amount } from '../../../core/money/amount.ts'
import type { TrialBalanceAnswer, TrialBalanceRow } from '../../../core/query/ledger-answers.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

type Figure = 'debits' | 'credits' | 'debit' | 'credit'
type FigureField = 'debitMinor' | 'creditMinor' | 'debitBalanceMinor' | 'creditBalanceMinor'

function useColumns(total: TrialBalanceAnswer['totals'][number] | undefined): readonly GridColumn<TrialBalanceRow>[] {
  const { t, i18n } = useTranslation('frame')
  return useMemo(() => {
    const figure = (
      id: Figure,
      field: FigureField,
      more: { readonly leaves?: number; readonly total?: Amount },
    ): GridColumn<TrialBalanceRow> =>
      moneyColumn(
        {
          id,
          header: t(`column-${id}`),
          of: row => (row[field] === 0n ? undefined : { amountMinor: row[field], currency: row.currency }),
          grow: 1,
          ...more,
        },
        i18n.language,
      )
    return [
      {
        id: 'account',
        header: t('column-account'),
        width: 44,
        leaves: 1,
        cell: row => row.account,
        sortBy: row => row.account,
      },
      {
        id: 'name',
        header: t('column-name'),
        width: 96,
        grow: 2,
        cell: row => row.name,
        sortBy: row => row.name,
      },
      { id: 'type', header: t('column-type'), width: 70, leaves: 3, cell: row => t(`ledger-${row.type ?? 'unknown'}`) },
      figure('debits', 'debitMinor', { leaves: 2 }),
      figure('credits', 'creditMinor', { leaves: 2 }),
      figure('debit', 'debitBalanceMinor', total ? { total: { ...total, amountMinor: total.debitMinor } } : {}),
      figure('credit', 'creditBalanceMinor', total ? { total: { ...total, amountMinor: total.creditMinor } } : {}),
    ]
  }, [t, i18n.language, total])
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
  const columns = useColumns(answer?.totals[0])
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
