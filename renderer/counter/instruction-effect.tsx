import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../core/query/loan-answers.ts'
import type { PlaceInstruction } from '../../core/savings/savings-commands.ts'
import { nextInstructionDate } from '../../core/savings/standing-instruction.ts'
import { formatDate } from '../lib/format-date.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { Money } from '../ui/money.tsx'
import { Facts } from './facts.tsx'

const datesShown = 3

interface InstructionEffectProps {
  readonly order: Omit<PlaceInstruction, 'type' | 'key' | 'accountId' | 'signedBy'>
  /** What is repaid by it; it pays to an account when left out. */
  readonly loan?: Pick<LoanAnswer, 'clientName' | 'number'>
}

/** What the order will do: the sum, to whom, and the first days on which it goes. */
export function InstructionEffect({ order, loan }: InstructionEffectProps) {
  const { t, i18n } = useTranslation('savings')
  const { t: ofLoan } = useTranslation('loan')
  const { answer: account } = useAnswer({ type: 'account', accountId: order.toAccountId }, { enabled: !loan })
  const target = loan ?? account
  const { frequency, startsOn, endsOn = null, times = null } = order
  const dates = Array.from({ length: datesShown }, (_, done) =>
    nextInstructionDate({ frequency, startsOn, endsOn, times }, done),
  )
  const isLast = nextInstructionDate({ frequency, startsOn, endsOn, times }, datesShown) === null
  return (
    <Facts
      facts={[
        [
          t(loan ? 'instruction-at-most' : 'instruction-amount'),
          <Money key="amount" amountMinor={order.amountMinor} currency={order.currency} strong />,
        ],
        [
          loan ? ofLoan('the-loan') : t('transfer-to'),
          target && (
            <span key="to">
              <bdi>{target.clientName}</bdi> <bdi>{target.number}</bdi>
            </span>
          ),
        ],
        [t('instruction-frequency'), t(`frequency-${frequency}`)],
        [
          t('instruction-dates'),
          <span key="dates">
            {dates.map(date => date && <div key={date}>{formatDate(date, i18n.language)}</div>)}
            {!isLast && <div>{t('instruction-and-so-on')}</div>}
          </span>,
        ],
      ]}
    />
  )
}
