import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import { firstDayOf, periodOf } from '../../../core/calendar/period.ts'
import { OperationForm } from '../../counter/operation-form.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { RevaluationFacts } from './revaluation-facts.tsx'

/** The last month's end: what is usually revalued. */
const monthEndBefore = (date: BusinessDate): BusinessDate => addDays(firstDayOf(periodOf(date)), -1)

/** Brings a position to its worth at the end of a day; the difference is gained or lost. */
export function RevaluePage() {
  const { answer: day, refusal } = useAnswer({ type: 'my-day' })
  if (refusal) return <RefusedPage refusal={refusal} />
  return day ? <Revalue usually={monthEndBefore(day.businessDate ?? wallDate())} /> : null
}

function Revalue({ usually }: { readonly usually: BusinessDate }) {
  const { t, i18n } = useTranslation('exchange')
  const draft = useDraft('fx/revalue', { currency: '', asOf: typedDate(usually, i18n.language) })
  const asOf = useTypedDate(draft.values.asOf)
  const { answer: positions, refusal } = useAnswer(
    { type: 'fx-position', ...(asOf ? { date: asOf } : {}) },
    { keepPrevious: true },
  )
  const position = positions?.find(({ currency }) => currency === draft.values.currency) ?? positions?.[0]
  const command =
    draft.isReady && asOf && position
      ? { type: 'fx.revalue' as const, key: draft.key, currency: position.currency, asOf }
      : undefined
  const operation = useOperation<'fx.revalue'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!positions) return null
  if (!position && !operation.outcome) return <NoPositions />
  const facts = position && <RevaluationFacts position={position} />
  return (
    <OperationForm
      title={t('revalue')}
      doneTitle={t('revalued')}
      hint={t('revalue-hint')}
      operation={operation}
      step={step}
      draft={draft}
      names={[]}
      confirmLabel={t('revalue-confirm')}
      approvable={command}
      summary={facts}
      isHeld={command === undefined}
      onDone={() => returnTo({ task: 'rates' })}
      below={asOf && facts}
      effect={position?.gainMinor === 0n && <div>{t('revalue-nothing')}</div>}
    >
      <SelectField
        label={t('currency')}
        value={position?.currency ?? ''}
        onValue={currency => draft.change({ currency })}
        options={positions.map(({ currency }) => ({ value: currency, label: currency }))}
        autoFocus
      />
      <DateField
        label={t('revalue-as-of')}
        hint={t('revalue-as-of-hint')}
        text={draft.values.asOf}
        onText={text => draft.change({ asOf: text })}
      />
    </OperationForm>
  )
}

function NoPositions() {
  const { t } = useTranslation('exchange')
  return (
    <Page>
      <PageHeader title={t('revalue')} subtitle={t('revalue-hint')} />
      <EmptyState title={t('no-positions')} />
    </Page>
  )
}
