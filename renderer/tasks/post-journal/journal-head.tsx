import { useTranslation } from 'react-i18next'
import { asksForTotal } from '../../../core/manual-journals/journal-template.ts'
import { journalPurposes, purposeEntries } from '../../../core/manual-journals/purposes.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import type { ChartRow, JournalTemplateAnswer } from '../../../core/query/ledger-answers.ts'
import { useEntryWord } from '../../counter/entry-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { JournalForm } from './journal-form.ts'
import classes from './post-journal.module.css'
import { linesOfTemplate } from './template-lines.ts'

interface JournalHeadProps {
  readonly form: JournalForm
  readonly onChange: (changes: Partial<JournalForm>) => void
}

/** What the journal is for, from which day it counts, and the paper that it rests on. */
export function JournalHead({ form, onChange }: JournalHeadProps) {
  const { t } = useTranslation('ledger')
  const word = useEntryWord()
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  return (
    <div className={classes.head}>
      <TemplateChoice form={form} onChange={onChange} />
      <SelectField
        label={t('purpose')}
        value={form.purpose}
        onValue={purpose => onChange({ purpose })}
        options={journalPurposes.map(value => ({ value, label: word(purposeEntries[value]) }))}
      />
      <DateField
        label={t('value-date')}
        text={form.valueDate}
        onText={valueDate => onChange({ valueDate })}
        hint={t('value-date-hint')}
      />
      <TextField
        label={t('reference')}
        text={form.reference}
        onText={reference => onChange({ reference: reference.toUpperCase() })}
        hint={t('reference-hint')}
        maxLength={30}
        dir="ltr"
      />
      {branches.length > 1 && (
        <SelectField
          label={t('branch')}
          value={form.branchId}
          onValue={branchId => onChange({ branchId })}
          options={[
            { value: '', label: t('branch-own') },
            ...branches.map(({ branchId, code, name }) => ({ value: branchId, label: `${code} ${name}` })),
          ]}
        />
      )}
    </div>
  )
}

/** Written from a template: its lines, and the total that it shares out. */
function TemplateChoice({ form, onChange }: JournalHeadProps) {
  const { t, i18n } = useTranslation('ledger')
  const { answer: templates = [] } = useAnswer({ type: 'journal-templates' })
  const { answer: chart = [] } = useAnswer({ type: 'chart' })
  const chosen = templates.find(({ templateId }) => templateId === form.templateId)
  const fill = (template: JournalTemplateAnswer, total: string): void => {
    const parsed = parseAmount(total, template.currency, i18n.language)
    const totalMinor = parsed.ok ? parsed.value : undefined
    const lines = linesOfTemplate(template, { totalMinor, nameOf: nameIn(chart), locale: i18n.language })
    onChange({ templateId: template.templateId, purpose: template.purpose, total, lines })
  }
  if (templates.length === 0) return null
  return (
    <>
      <SelectField
        label={t('template')}
        value={form.templateId}
        onValue={id => {
          const template = templates.find(({ templateId }) => templateId === id)
          if (template) fill(template, '')
          else onChange({ templateId: '' })
        }}
        options={[
          { value: '', label: t('template-none') },
          ...templates.map(({ templateId, name }) => ({ value: templateId, label: name })),
        ]}
      />
      {chosen && asksForTotal(chosen) && (
        <MoneyField
          label={t('template-total')}
          currency={chosen.currency}
          text={form.total}
          onText={total => fill(chosen, total)}
        />
      )}
    </>
  )
}

const nameIn =
  (chart: readonly ChartRow[]) =>
  (code: string): string =>
    chart.find(row => row.code === code)?.name ?? ''
