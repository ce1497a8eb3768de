import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'

/** How a loan stands today: what is owed of it, what settles it, what is due, and what is late. */
export function LoanFigures({ loan }: { readonly loan: LoanAnswer }) {
  const { t, i18n } = useTranslation('loan')
  const { currency, outstanding, payoffMinor, dueMinor, arrearsMinor, next, overpaidMinor, recoveredMinor } = loan
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  return (
    <Figures>
      <Figure
        label={t('outstanding')}
        detail={
          <>
            {t('agreed')} {money(loan.principalMinor)}
          </>
        }
      >
        {money(outstanding.principal)}
      </Figure>
      <Figure label={t('next-due')} detail={next && formatDate(next.dueOn, i18n.language)}>
        {next ? money(next.amountMinor) : t('nothing')}
      </Figure>
      <Figure
        label={t('arrears')}
        tone={arrearsMinor > 0n ? 'wrong' : 'neutral'}
        detail={
          dueMinor > 0n && (
            <>
              {t('due-today')} {money(dueMinor)}
            </>
          )
        }
      >
        {money(arrearsMinor)}
      </Figure>
      {overpaidMinor > 0n ? (
        <Figure label={t('overpaid')} tone="waiting">
          {money(overpaidMinor)}
        </Figure>
      ) : (
        <Figure
          label={t('settles-it')}
          detail={
            recoveredMinor > 0n && (
              <>
                {t('recovered')} {money(recoveredMinor)}
              </>
            )
          }
        >
          {money(payoffMinor)}
        </Figure>
      )}
    </Figures>
  )
}
