import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { ClosedDateAnswer } from '../../../core/query/close-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ClosedLoans } from './closed-loans.tsx'
import { PartOf } from './part-of.tsx'
import { useClosedColumns } from './use-closed-columns.tsx'

/** What the close of a date did: what failed first, then orders and deposits, then every loan and every account. */
export function ClosedDate({ date }: { readonly date: BusinessDate }) {
  const { t, i18n } = useTranslation('closing')
  const [page, setPage] = useState(0)
  const [loanPage, setLoanPage] = useState(0)
  const { answer } = useAnswer({ type: 'closed-date', date, page, loanPage }, { keepPrevious: true })
  const columns = useClosedColumns()
  if (!answer) return null
  const aside = <PartOf page={page} pages={answer.pages} onPage={setPage} />
  return (
    <>
      {answer.failed.length > 0 && <Failed failed={answer.failed} />}
      {answer.instructions.length > 0 && <Orders orders={answer.instructions} />}
      {answer.maturities.length > 0 && <Deposits deposits={answer.maturities} />}
      {answer.loans.pages > 0 && <ClosedLoans date={date} closed={answer.loans} onPage={setLoanPage} />}
      <Panel title={t('result-of', { date: formatDate(date, i18n.language) })} aside={aside} flush>
        <DataGrid
          label={t('result-of', { date: formatDate(date, i18n.language) })}
          columns={columns}
          rows={answer.rows}
          rowKey={row => row.accountId}
          empty={<EmptyState title={t('result-none')} />}
          maxRows={12}
          {...totalsOf(answer)}
        />
      </Panel>
    </>
  )
}

/** Amounts of two currencies have no sum. */
function totalsOf({ totals, rows }: ClosedDateAnswer) {
  const [total, ...others] = totals
  if (!total || others.length > 0 || rows.length < 2) return {}
  const { currency, accruedMinor, postedMinor, taxMinor, feesMinor } = total
  const sum = (amountMinor: bigint) => <Money aligned strong amountMinor={amountMinor} currency={currency} />
  return { totals: { accrued: sum(accruedMinor), posted: sum(postedMinor), tax: sum(taxMinor), fees: sum(feesMinor) } }
}

function Failed({ failed }: Pick<ClosedDateAnswer, 'failed'>) {
  const { t } = useTranslation('closing')
  return (
    <Panel title={t('failed-title')} flush>
      <CheckList>
        {failed.map(({ accountId, number, clientName, because }) => (
          <Check key={accountId} state="blocks">
            <bdi>{number}</bdi> · <bdi>{clientName}</bdi> · <bdi>{because}</bdi>
          </Check>
        ))}
        <Check state="waits">{t('failed-hint')}</Check>
      </CheckList>
    </Panel>
  )
}

/** Why an order was not carried out, in a few words. */
function useWhy(): (refusal: string) => string {
  const { t } = useTranslation('closing')
  return refusal => {
    switch (refusal) {
      case 'balance-below-minimum':
      case 'account-not-active':
        return t(`why-${refusal}`)
      default:
        return t('why-other')
    }
  }
}

function Orders({ orders }: { readonly orders: ClosedDateAnswer['instructions'] }) {
  const { t } = useTranslation('closing')
  const why = useWhy()
  return (
    <Panel title={t('orders')} flush>
      <CheckList>
        {orders.map(({ instructionId, number, clientName, toNumber, amountMinor, currency, outcome, refusal }) => (
          <Check key={instructionId} state={outcome === 'paid' || outcome === 'nothing-due' ? 'done' : 'blocks'}>
            <bdi>{clientName}</bdi> · <bdi>{number}</bdi> → <bdi>{toNumber}</bdi>{' '}
            <Money amountMinor={amountMinor} currency={currency} />{' '}
            <Badge tone={outcome === 'paid' || outcome === 'nothing-due' ? 'right' : 'waiting'}>
              {t(`order-${outcome}`)}
            </Badge>{' '}
            {refusal && why(refusal)}
          </Check>
        ))}
      </CheckList>
    </Panel>
  )
}

function Deposits({ deposits }: { readonly deposits: ClosedDateAnswer['maturities'] }) {
  const { t, i18n } = useTranslation('closing')
  return (
    <Panel title={t('deposits')} flush>
      <CheckList>
        {deposits.map(({ accountId, number, clientName, outcome, because, maturesOn }) => (
          <Check key={accountId} state={outcome === 'waits' ? 'waits' : 'done'}>
            <bdi>{clientName}</bdi> · <bdi>{number}</bdi> <Badge>{t(`matured-${outcome}`)}</Badge>{' '}
            {maturesOn && formatDate(maturesOn, i18n.language)} {because && t(`because-${because}`)}
          </Check>
        ))}
      </CheckList>
    </Panel>
  )
}
