import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Signatures } from '../../counter/signatures.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { isolate } from '../../lib/isolate.ts'
import type { DraftForm } from '../../lib/use-draft.ts'
import type { LoanAct } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ActForm, movesMoney } from './act-command.ts'
import classes from './loan.module.css'
import { PaidOffField } from './paid-off-field.tsx'
import { ThroughField } from './through-field.tsx'

interface ActFieldsProps {
  readonly act: LoanAct
  readonly loan: LoanAnswer
  readonly draft: Pick<DraftForm<ActForm>, 'values' | 'change'>
  /** The account of the client that pays or is paid. */
  readonly paying: AccountAnswer | undefined
}

const isRepayment = (act: LoanAct): boolean => act === 'collect-loan' || act === 'repay-loan'

/** What an act on a loan asks, in the order in which Enter goes through it. */
export function ActFields({ act, loan, draft, paying }: ActFieldsProps) {
  const { t } = useTranslation('loan')
  const { values, change } = draft
  const isAmountAsked =
    movesMoney(act) ||
    act === 'charge-loan' ||
    (act === 'waive-loan' && (values.what === 'interest' || values.what === 'penalties'))
  return (
    <>
      <WhatField act={act} loan={loan} what={values.what} onWhat={what => change({ what })} />
      {act === 'refinance-loan' && (
        <PaidOffField loan={loan} paidOff={values.what} onPaidOff={what => change({ what })} />
      )}
      {isAmountAsked && (
        <MoneyField
          large
          autoFocus={movesMoney(act) && act !== 'refinance-loan'}
          label={t('amount')}
          currency={loan.currency}
          text={values.amount}
          onText={amount => change({ amount })}
        />
      )}
      {isRepayment(act) && <ProposedAmounts loan={loan} onAmount={amount => change({ amount })} />}
      {movesMoney(act) && (
        <ThroughField loan={loan} account={values.account} onAccount={account => change({ account, signedBy: [] })} />
      )}
      {isRepayment(act) && paying && (
        <Signatures account={paying} signedBy={values.signedBy} onChange={signedBy => change({ signedBy })} />
      )}
      <DayField act={act} text={values.date} onText={date => change({ date })} />
      {!movesMoney(act) && (
        <TextField
          label={t('note')}
          text={values.note}
          onText={note => change({ note })}
          maxLength={500}
          autoFocus={act === 'write-off-loan'}
        />
      )}
    </>
  )
}

interface ProposedAmountsProps {
  readonly loan: LoanAnswer
  readonly onAmount: (amount: string) => void
}

/** What is due, and what pays all of it, each one key away. */
function ProposedAmounts({ loan: { dueMinor, payoffMinor, currency }, onAmount }: ProposedAmountsProps) {
  const { t, i18n } = useTranslation('loan')
  const textOf = (amountMinor: bigint) => formatAmount({ amountMinor, currency }, i18n.language)
  return (
    <div className={classes.keys}>
      {dueMinor > 0n && (
        <Action shortcut="f10" onAct={() => onAmount(textOf(dueMinor))}>
          {`${t('due-today')} ${isolate(textOf(dueMinor))}`}
        </Action>
      )}
      {payoffMinor > 0n && (
        <Action shortcut="f9" onAct={() => onAmount(textOf(payoffMinor))}>
          {`${t('payoff')} ${isolate(textOf(payoffMinor))}`}
        </Action>
      )}
    </div>
  )
}

interface DayFieldProps {
  readonly act: LoanAct
  readonly text: string
  readonly onText: (text: string) => void
}

function DayField({ act, ...field }: DayFieldProps) {
  const { t } = useTranslation('loan')
  if (isRepayment(act)) return <DateField label={t('value-date')} hint={t('value-date-hint')} {...field} />
  if (act === 'charge-loan') return <DateField label={t('charged-on')} hint={t('value-date-hint')} {...field} />
  return act === 'reschedule-loan' ? <DateField label={t('moved-to')} required {...field} /> : null
}

interface WhatFieldProps extends Pick<ActFieldsProps, 'act' | 'loan'> {
  readonly what: string
  readonly onWhat: (what: string) => void
}

/** What is charged, what is waived, or which installment is moved. */
function WhatField({ act, loan, what, onWhat }: WhatFieldProps) {
  const { t, i18n } = useTranslation('loan')
  const date = (day: BusinessDate) => formatDate(day, i18n.language)
  const money = (amountMinor: bigint) => formatAmount({ amountMinor, currency: loan.currency }, i18n.language)
  const field = { value: what, onValue: onWhat, autoFocus: true, required: true }
  switch (act) {
    case 'charge-loan':
      return (
        <SelectField
          {...field}
          label={t('what-charged')}
          options={(['fee', 'penalty'] as const).map(kind => ({ value: kind, label: t(`kind-${kind}`) }))}
        />
      )
    case 'waive-loan':
      return (
        <SelectField
          {...field}
          label={t('what-waived')}
          options={[
            { value: '', label: t('choose'), disabled: true },
            { value: 'interest', label: t('part-interest') },
            { value: 'penalties', label: t('part-penalties') },
            ...loan.charges.map(({ event, kind, dueOn, amountMinor }) => ({
              value: event,
              label: `${t(`kind-${kind}`)} ${money(amountMinor)}, ${date(dueOn)}`,
            })),
          ]}
        />
      )
    case 'reschedule-loan':
      return (
        <SelectField
          {...field}
          label={t('moved-from')}
          options={loan.installments
            .filter(({ kind, metOn }) => kind === 'repayment' && metOn === null)
            .map(({ dueOn }) => ({ value: dueOn, label: date(dueOn) }))}
        />
      )
    default:
      return null
  }
}
