import { useTranslation } from 'react-i18next'
import type { ClientExposureAnswer } from '../../../core/query/loan-security-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { LoanList } from '../../counter/loan-list.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan-application.module.css'

interface OtherLoansProps {
  readonly clientId: string
  readonly exceptId: string
}

/** All that the client owes and stands for, and the other loans one by one, the newest first. */
export function OtherLoans({ clientId, exceptId }: OtherLoansProps) {
  const { t } = useTranslation('loan-application')
  const { answer } = useAnswer({ type: 'loans', of: { by: 'client', clientId }, limit: 50 })
  const { answer: exposure } = useAnswer({ type: 'client-exposure', clientId })
  const loans = answer?.filter(({ loanId }) => loanId !== exceptId)
  if (!loans || !exposure) return null
  return (
    <>
      <Panel title={t('exposure')}>
        <Exposure exposure={exposure} />
      </Panel>
      {loans.length > 0 && (
        <Panel title={t('other-loans')} flush>
          <LoanList label={t('other-loans')} loans={loans} maxRows={5} />
        </Panel>
      )}
    </>
  )
}

function Exposure({ exposure }: { readonly exposure: ClientExposureAnswer }) {
  const { t } = useTranslation('loan-application')
  const { currency, owedMinor, undrawnMinor, guaranteedMinor, guarantees } = exposure
  const sum = (amountMinor: bigint | undefined) =>
    amountMinor === undefined ? t('rate-unknown') : <Money amountMinor={amountMinor} currency={currency} />
  return (
    <Stack>
      <Facts
        facts={[
          [t('owes'), sum(owedMinor)],
          [t('undrawn'), sum(undrawnMinor)],
          [t('guarantees-given'), sum(guaranteedMinor)],
        ]}
      />
      {guarantees.map(given => (
        <div key={given.loanId} className={classes.about}>
          <bdi>{given.borrowerName}</bdi> · <bdi>{given.number}</bdi> ·{' '}
          <Money amountMinor={given.coversMinor} currency={given.currency} />
        </div>
      ))}
    </Stack>
  )
}
