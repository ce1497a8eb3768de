import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { LedgerRequest } from '../../../core/statements/ledger-request.ts'
import { readDate, typedDate } from '../../lib/read-date.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from '../statements/statements.module.css'

interface LedgerFiltersProps {
  readonly request: LedgerRequest
  readonly currencies: readonly CurrencyCode[]
  readonly onRequest: (request: LedgerRequest) => void
}

/** Of which days, by which date, of which branch and in which currency. */
export function LedgerFilters({ request, currencies, onRequest }: LedgerFiltersProps) {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  const { branchId, ...ofAll } = request
  const { from, ...fromBeginning } = request
  const { to, ...toEnd } = request
  return (
    <div className={classes.filters}>
      <DayField
        label={t('from')}
        date={from}
        onDate={date => onRequest(date ? { ...fromBeginning, from: date } : fromBeginning)}
      />
      <DayField label={t('to')} date={to} onDate={date => onRequest(date ? { ...toEnd, to: date } : toEnd)} />
      {branches.length > 1 && (
        <SelectField
          label={t('branch')}
          value={branchId ?? ''}
          options={[
            { value: '', label: labels.allBranches },
            ...branches.map(branch => ({ value: branch.branchId, label: `${branch.code} ${branch.name}` })),
          ]}
          onValue={chosen => onRequest(chosen === '' ? ofAll : { ...ofAll, branchId: chosen })}
        />
      )}
      <SelectField
        label={t('date-basis')}
        value={request.basis}
        options={(['booking', 'value'] as const).map(value => ({ value, label: labels.basis[value] }))}
        onValue={basis => onRequest({ ...request, basis })}
      />
      {currencies.length > 1 && (
        <SelectField
          label={t('currency')}
          value={request.currency ?? currencies[0] ?? ''}
          options={currencies.map(value => ({ value, label: value }))}
          onValue={currency => onRequest(currency === '' ? request : { ...request, currency })}
        />
      )}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly date: BusinessDate | undefined
  readonly onDate: (date: BusinessDate | undefined) => void
}

/** Changes the lines as soon as what is typed is a date, or nothing. */
function DayField({ label, date, onDate }: DayFieldProps) {
  const { i18n } = useTranslation()
  const [text, setText] = useState(date ? typedDate(date, i18n.language) : '')
  function change(typed: string): void {
    setText(typed)
    const read = readDate(typed, i18n.language)
    if (read !== date && (read !== undefined || typed.trim() === '')) onDate(read)
  }
  return (
    <div className={classes.day}>
      <DateField label={label} text={text} onText={change} />
    </div>
  )
}
