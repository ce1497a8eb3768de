import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../core/money/format-amount.ts'
import { firstDueBounds } from '../../../core/products/first-due-date.ts'
import type { LoanOffered, LoanOffersAnswer } from '../../../core/query/loan-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useFrequencyWord } from '../../lib/frequency-word.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Pair } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ApplicationForm, ReadApplication } from './application-form.ts'
import { HouseholdFields } from './household-fields.tsx'
import { ProductField } from './product-field.tsx'

export interface ApplicationFieldsProps {
  readonly clientId: string
  readonly offers: LoanOffersAnswer
  readonly chosen: LoanOffered
  readonly form: ApplicationForm
  readonly read: ReadApplication
  readonly wordOf: (field: string) => string | undefined
  readonly onChange: (changes: Partial<ApplicationForm>) => void
}

/** What is agreed, in the order in which a client is asked for it. */
export function ApplicationFields(props: ApplicationFieldsProps) {
  const { offers, chosen, form, wordOf, onChange } = props
  const { t, i18n } = useTranslation('loan-application')
  const { product, mostMinor } = chosen
  const { currency, principal } = product
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, i18n.language)
  return (
    <>
      <ProductField
        offered={offers.offered}
        productId={product.productId}
        onProduct={productId => onChange({ productId, installments: '', percent: '', frequency: '0', meetsOn: '' })}
      />
      <MoneyField
        large
        label={t('principal')}
        hint={t('principal-hint', { from: money(principal.minMinor), to: money(mostMinor) })}
        currency={currency}
        text={form.principal}
        onText={text => onChange({ principal: text })}
        error={form.principal.trim() === '' ? undefined : wordOf('principalMinor')}
      />
      <RepaymentFields {...props} />
      <DayFields {...props} />
      <GroupField {...props} />
      <HouseholdFields lines={form.household} currency={currency} onLines={household => onChange({ household })} />
      <TextField
        label={t('note')}
        hint={t('note-hint')}
        text={form.note}
        onText={note => onChange({ note })}
        maxLength={500}
      />
    </>
  )
}

function RepaymentFields({ chosen: { product }, form, read, wordOf, onChange }: ApplicationFieldsProps) {
  const { t, i18n } = useTranslation('loan-application')
  const frequencyWord = useFrequencyWord()
  const { frequencies, annualPercent } = product
  const offered = frequencies[Number(form.frequency)] ?? frequencies[0]
  const [from, to, usual] = [offered?.installments.min, offered?.installments.max, offered?.installments.default].map(
    count => formatCount(count ?? 1, i18n.language),
  )
  return (
    <Pair>
      {frequencies.length > 1 && (
        <SelectField
          label={t('frequency')}
          hint={t('frequency-hint')}
          value={form.frequency}
          onValue={frequency => onChange({ frequency, installments: '' })}
          options={frequencies.map((frequency, place) => ({ value: String(place), label: frequencyWord(frequency) }))}
        />
      )}
      <TextField
        label={t('installments')}
        hint={t('installments-hint', { from, to, usual })}
        text={form.installments}
        onText={installments => onChange({ installments })}
        inputMode="numeric"
        dir="ltr"
        maxLength={3}
        placeholder={formatCount(read.offer.installments, i18n.language)}
        error={wordOf('installments')}
      />
      {annualPercent.min !== annualPercent.max && (
        <TextField
          label={t('percent')}
          hint={t('percent-hint', {
            from: formatPercentRate(annualPercent.min, i18n.language),
            to: formatPercentRate(annualPercent.max, i18n.language),
            usual: formatPercentRate(annualPercent.default, i18n.language),
          })}
          text={form.percent}
          onText={percent => onChange({ percent })}
          inputMode="numeric"
          dir="ltr"
          icon="%"
          maxLength={20}
          error={wordOf('annualPercent')}
        />
      )}
    </Pair>
  )
}

function DayFields({ chosen: { product }, form, read, wordOf, onChange }: ApplicationFieldsProps) {
  const { t, i18n } = useTranslation('loan-application')
  const days = useWeekdayOptions()
  const { startsOn } = read.offer
  const [from, to] = firstDueBounds(product, startsOn).map(date => formatDate(date, i18n.language))
  return (
    <Pair>
      <DateField
        label={t('planned-on')}
        hint={t('planned-on-hint')}
        text={form.plannedOn}
        onText={plannedOn => onChange({ plannedOn })}
        error={wordOf('plannedOn')}
      />
      <DateField
        label={t('first-due-on')}
        hint={t('first-due-on-hint', { from, to })}
        text={form.firstDueOn}
        onText={firstDueOn => onChange({ firstDueOn })}
        error={wordOf('firstDueOn')}
      />
      {product.dueDates.onCentreDay && (
        <SelectField
          label={t('meets-on')}
          hint={t('meets-on-hint')}
          required
          value={form.meetsOn}
          onValue={meetsOn => onChange({ meetsOn })}
          options={[{ value: '' as const, label: t('choose'), disabled: true }, ...days]}
          error={wordOf('meetsOn')}
        />
      )}
    </Pair>
  )
}

/** Of who belongs to a group: whether it is for the group. */
function GroupField({ clientId, form, wordOf, onChange }: ApplicationFieldsProps) {
  const { t } = useTranslation('loan-application')
  const { answer: groups = [] } = useAnswer({ type: 'groups', clientId, limit: 20 })
  if (groups.length === 0) return null
  return (
    <SelectField
      label={t('group')}
      hint={t('group-hint')}
      value={form.groupId}
      onValue={groupId => onChange({ groupId })}
      options={[
        { value: '', label: t('no-group') },
        ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
      ]}
      error={wordOf('groupId')}
    />
  )
}
