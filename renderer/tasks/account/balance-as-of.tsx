import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { Columns } from '../../ui/page.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'

interface BalanceAsOfProps {
  readonly account: AccountAnswer
  readonly onClose: () => void
}

/** What was on the account at the end of a day, by the day of booking or by the day from which it counts. */
export function BalanceAsOf({ account: { accountId, openedOn }, onClose }: BalanceAsOfProps) {
  const { t, i18n } = useTranslation('savings')
  const { labels } = useStatementWords()
  const today = useOpenSession()?.businessDate ?? openedOn
  const [text, setText] = useState(typedDate(today, i18n.language))
  const [basis, setBasis] = useState<DateBasis>('booking')
  const asOf = useTypedDate(text)
  return (
    <Dialog title={t('balance-of-day')} onClose={onClose}>
      <Columns>
        <DateField label={t('end-of-day')} text={text} onText={setText} autoFocus />
        <SelectField
          label={t('by-date')}
          value={basis}
          options={(['booking', 'value'] as const).map(value => ({ value, label: labels.basis[value] }))}
          onValue={setBasis}
        />
      </Columns>
      {asOf && <Standing accountId={accountId} asOf={asOf} basis={basis} />}
    </Dialog>
  )
}

interface StandingProps {
  readonly accountId: string
  readonly asOf: BusinessDate
  readonly basis: DateBasis
}

function Standing({ accountId, asOf, basis }: StandingProps) {
  const { t, i18n } = useTranslation('savings')
  const { answer, refusal } = useAnswer({ type: 'balance', accountId, asOf, basis }, { keepPrevious: true })
  if (refusal) return <RefusalNote refusal={refusal} />
  if (!answer) return null
  return (
    <div role="status">
      <Facts
        facts={[
          [
            t('balance-on', { date: formatDate(answer.asOf, i18n.language) }),
            <Money key="balance" strong amountMinor={answer.balanceMinor} currency={answer.currency} />,
          ],
        ]}
      />
    </div>
  )
}
