import { useTranslation } from 'react-i18next'
import { sampleMethods } from '../../../core/audit/sample-method.ts'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { workingPaperLabels } from '../../../core/documents/labels/working-paper-labels.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sampledTypes } from './sampled-types.ts'
import classes from './sampling.module.css'
import type { SampleDraft } from './use-sample-form.ts'

interface SampleFieldsProps {
  readonly form: SampleDraft
}

export function SampleFields({ form }: SampleFieldsProps) {
  const { t } = useTranslation('audit')
  const { draft, currency } = form
  const { values, change } = draft
  return (
    <>
      <TextField
        label={t('sample-title')}
        text={values.title}
        onText={title => change({ title })}
        maxLength={120}
        autoFocus
        required
      />
      <div className={classes.pair}>
        <DateField label={t('from')} text={values.from} onText={from => change({ from })} />
        <DateField label={t('to')} text={values.to} onText={to => change({ to })} />
      </div>
      <PopulationFields form={form} />
      <div className={classes.pair}>
        <MoneyField label={t('sample-min')} currency={currency} text={values.min} onText={min => change({ min })} />
        <MoneyField label={t('sample-max')} currency={currency} text={values.max} onText={max => change({ max })} />
      </div>
      <DrawingFields form={form} />
    </>
  )
}

function PopulationFields({ form: { draft, currency } }: SampleFieldsProps) {
  const { t } = useTranslation('audit')
  const word = useRecordWord()
  const { labels } = useStatementWords()
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  const { answer: rates = [] } = useAnswer({ type: 'rates' })
  const { values, change } = draft
  const currencies = [...new Set([currency, ...rates.map(rate => rate.currency)])]
  return (
    <div className={classes.pair}>
      <SelectField
        label={t('operation')}
        value={values.recordType}
        onValue={recordType => change({ recordType })}
        options={[
          { value: '', label: t('anything') },
          ...sampledTypes.map(type => ({ value: type as string, label: word({ type }) })),
        ]}
      />
      {branches.length > 1 && (
        <SelectField
          label={t('sample-branch')}
          value={values.branchId}
          onValue={branchId => change({ branchId })}
          options={[
            { value: '', label: labels.allBranches },
            ...branches.map(({ branchId, code, name }) => ({ value: branchId, label: `${code} ${name}` })),
          ]}
        />
      )}
      {currencies.length > 1 && (
        <SelectField
          label={t('sample-currency')}
          value={currency}
          onValue={chosen => change({ currency: chosen })}
          options={currencies.map(value => ({ value, label: value }))}
        />
      )}
    </div>
  )
}

function DrawingFields({ form: { draft, method } }: SampleFieldsProps) {
  const { t, i18n } = useTranslation('audit')
  const { methods } = workingPaperLabels[documentLanguage(i18n.language)]
  const { values, change } = draft
  return (
    <div className={classes.pair}>
      <SelectField
        label={t('sample-method')}
        value={method}
        onValue={chosen => change({ method: chosen })}
        options={sampleMethods.map(value => ({ value, label: methods[value] }))}
      />
      <TextField
        label={t('sample-size')}
        text={values.size}
        onText={size => change({ size })}
        inputMode="numeric"
        maxLength={3}
        dir="ltr"
      />
      {method !== 'largest' && (
        <TextField
          label={t('sample-seed')}
          hint={t('sample-seed-hint')}
          text={values.seed}
          onText={seed => change({ seed })}
          maxLength={8}
          dir="ltr"
        />
      )}
    </div>
  )
}
