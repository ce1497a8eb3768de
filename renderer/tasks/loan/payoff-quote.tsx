import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { usePaper } from '../../counter/use-paper.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Action } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './loan.module.css'

interface PayoffQuoteProps {
  readonly loan: LoanAnswer
  readonly onClose: () => void
}

/** What settles a loan on each of the next ten days, to be told or put on paper. */
export function PayoffQuote({ loan: { loanId, currency }, onClose }: PayoffQuoteProps) {
  const { t, i18n } = useTranslation('loan')
  const { answer, refusal } = useAnswer({ type: 'loan-payoff', loanId })
  const paper = usePaper()
  const figure = (amountMinor: bigint) => <bdi>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
  return (
    <Dialog
      title={t('payoff')}
      onClose={onClose}
      size="lg"
      acts={
        answer && (
          <Action
            autoFocus
            isBusy={paper.run.isBusy}
            onAct={() => void paper.produce({ kind: 'loan-paper', paper: 'payoff', loanId, forClient: true }, 'pdf')}
          >
            {t('payoff-letter')}
          </Action>
        )
      }
    >
      <p>{t('payoff-about')}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      {answer && (
        <table className={classes.plan} aria-label={t('payoff')}>
          <thead>
            <tr>
              <th scope="col">{t('on-day')}</th>
              <th scope="col">{t('part-principal')}</th>
              <th scope="col">{t('part-interest')}</th>
              <th scope="col">{t('part-fees')}</th>
              <th scope="col">{t('part-penalties')}</th>
              <th scope="col">
                {t('amount')} ({currency})
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.days.map(({ on, amountMinor, parts }) => (
              <tr key={on}>
                <th scope="row">{formatDay(on, i18n.language)}</th>
                <td>{figure(parts.principal)}</td>
                <td>{figure(parts.interest)}</td>
                <td>{figure(parts.fees)}</td>
                <td>{figure(parts.penalties)}</td>
                <td className={classes.strong}>{figure(amountMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PaperResult paper={paper} />
    </Dialog>
  )
}
