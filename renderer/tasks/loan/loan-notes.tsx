import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sumMinor } from '../../../core/money/amount.ts'
import type { LoanAnswer, LoanOrder } from '../../../core/query/loan-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { hashOf } from '../../routes.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'

/** What is out of the ordinary about a loan, in plain words; nothing where all is ordinary. Rule: W71. */
export function LoanNotes({ loan }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan')
  const {
    currency,
    installments,
    defaultedOn,
    nonAccrualOn,
    memorandumMinor,
    earlyPenaltyMinor,
    refinances,
    refinancedBy,
    orders,
  } = loan
  const money = (amountMinor: bigint) => amountMinor > 0n && <Money amountMinor={amountMinor} currency={currency} />
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('defaulted-since'), defaultedOn && formatDate(defaultedOn, i18n.language)],
    [t('income-when-paid-since'), nonAccrualOn && formatDate(nonAccrualOn, i18n.language)],
    [t('owed-no-income'), money(memorandumMinor)],
    [t('penalties-owed'), money(sumMinor(installments.map(({ outstanding }) => outstanding.penalties)))],
    [t('early-penalty'), money(earlyPenaltyMinor)],
    [t('paid-off-loan'), refinances && <OtherLoan other={refinances} />],
    [t('paid-off-by'), refinancedBy && <OtherLoan other={refinancedBy} />],
    [
      t('paid-by-order'),
      orders.length > 0 && orders.map(order => <Order key={order.instructionId} order={order} currency={currency} />),
    ],
  ]
  return facts.some(([, fact]) => fact) ? (
    <Panel title={t('notes')}>
      <Facts facts={facts} />
    </Panel>
  ) : null
}

interface OrderProps extends Pick<LoanAnswer, 'currency'> {
  readonly order: LoanOrder
}

/** An order to repay it: at most how much, how often, when next, and out of which account, where it is ended. */
function Order({ order: { accountId, accountNumber, amountMinor, frequency, nextDate }, currency }: OrderProps) {
  const { t, i18n } = useTranslation('savings')
  return (
    <div>
      <a href={hashOf({ task: 'account', accountId })}>
        <bdi>{accountNumber}</bdi>
      </a>{' '}
      · <Money amountMinor={amountMinor} currency={currency} /> · {t(`frequency-${frequency}`)} ·{' '}
      {t('instruction-next', { date: formatDate(nextDate, i18n.language) })}
    </div>
  )
}

const OtherLoan = ({ other: { loanId, number } }: { readonly other: NonNullable<LoanAnswer['refinances']> }) => (
  <a href={hashOf({ task: 'loan', loanId })}>
    <bdi>{number}</bdi>
  </a>
)
