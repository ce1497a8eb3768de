import { useTranslation } from 'react-i18next'
import type { UncountedCash } from '../../../core/ledger/uncounted-cash.ts'
import type { CashAnswers } from '../../../core/query/cash-answers.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { isolate } from '../../lib/isolate.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { UncountedCheck } from './uncounted-check.tsx'

type CashPlace = NonNullable<CashAnswers['cash-position']>['places'][number]

interface CloseChecklistProps {
  readonly day: MyDayAnswer
  /** What the engine says stands against closing. */
  readonly uncounted: readonly UncountedCash[]
}

/** What must be done before the day can be closed, and what should be known. */
export function CloseChecklist({ day, uncounted }: CloseChecklistProps) {
  const { t } = useTranslation('cash')
  const { answer: position } = useAnswer({ type: 'cash-position' })
  const beyond = position?.places.filter(place => place.beyond) ?? []
  return (
    <CheckList>
      {uncounted.length === 0 ? (
        <Check state="done">{t('check-cash-counted')}</Check>
      ) : (
        uncounted.map(cash => <UncountedCheck key={`${cash.id}/${cash.currency}`} cash={cash} hasWay />)
      )}
      {beyond.map(place => (
        <BeyondCheck key={`${place.id}/${place.currency}`} place={place} />
      ))}
      {day.approvals === 0 ? (
        <Check state="done">{t('check-no-approvals')}</Check>
      ) : (
        <Check state="waits" action={<Action onAct={() => goTo({ task: 'approvals' })}>{t('go-to-approvals')}</Action>}>
          {t('check-approvals', { count: day.approvals })}
        </Check>
      )}
      {day.unsent.count === 0 ? (
        <Check state="done">{t('check-all-sent')}</Check>
      ) : (
        <Check state="waits">{t('check-unsent', { count: day.unsent.count })}</Check>
      )}
    </CheckList>
  )
}

/** Cash beyond a limit is told at the end of the day, and the day is closed all the same. */
function BeyondCheck({ place: { kind, name, beyond, closingMinor, currency } }: { readonly place: CashPlace }) {
  const { t } = useTranslation('cash')
  if (!beyond) return null
  return (
    <Check state="waits" action={<Action onAct={() => goTo({ task: 'cash' })}>{t('go-to-cash')}</Action>}>
      {t(`check-${beyond.beyond}`, { name: t(kind === 'vault' ? 'vault-of' : 'drawer-of', { name: isolate(name) }) })}{' '}
      <Money amountMinor={closingMinor} currency={currency} />
    </Check>
  )
}
