import { useTranslation } from 'react-i18next'
import type { LeftOut } from '../../../core/journal/left-out.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import {
  mayConsolidate,
  mayLeaveOut,
  type StatementKind,
  statementKinds,
} from '../../../core/statements/statement-request.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { changeView, chooseKind, comparisons, useStatementView } from './statement-view.ts'
import classes from './statements.module.css'

interface StatementFiltersProps {
  readonly fromText: string
  readonly toText: string
  readonly currency: CurrencyCode | undefined
  readonly currencies: readonly CurrencyCode[]
}

/** Which statement, of which branch and days, by which date, beside which earlier days, and in which currency. */
export function StatementFilters({ fromText, toText, currency, currencies }: StatementFiltersProps) {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const { kind, basis, comparison, without } = useStatementView()
  // Of a result the year says from which day it counts.
  const isOfResult = kind === 'income-statement' && without !== undefined
  useKindKeys()
  return (
    <div className={classes.filters}>
      <SelectField
        label={t('statement')}
        value={kind}
        options={statementKinds.map(value => ({ value, label: labels.kinds[value] }))}
        onValue={chooseKind}
      />
      {kind !== 'balance-sheet' && !isOfResult && (
        <div className={classes.day}>
          <DateField label={t('from')} text={fromText} onText={text => changeView({ fromText: text })} />
        </div>
      )}
      <div className={classes.day}>
        <DateField
          label={kind === 'balance-sheet' ? t('as-of') : t('to')}
          text={toText}
          onText={text => changeView({ toText: text })}
        />
      </div>
      <BranchField />
      <SelectField
        label={t('date-basis')}
        value={basis}
        options={(['booking', 'value'] as const).map(value => ({ value, label: labels.basis[value] }))}
        onValue={chosen => changeView({ basis: chosen })}
      />
      <SelectField
        label={t('compare-with')}
        value={comparison}
        options={comparisons.map(value => ({ value, label: t(`compare-${value}`) }))}
        onValue={chosen => changeView({ comparison: chosen })}
        hint={comparison === 'none' ? undefined : t('compare-opens')}
      />
      {mayLeaveOut[kind].length > 0 && <ClosingField kind={kind} />}
      {currency && <CurrencyField currency={currency} currencies={currencies} />}
    </div>
  )
}

/** Whether what the closing of a year carried is in it, and of which year's result it is. */
function ClosingField({ kind }: { readonly kind: StatementKind }) {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const { without } = useStatementView()
  const choices = mayLeaveOut[kind]
  const usual = kind === 'income-statement' ? labels.without.closings : t('closing-counts')
  return (
    <SelectField<LeftOut | ''>
      label={t('closing-of-year')}
      value={without && choices.includes(without) ? without : ''}
      options={[{ value: '', label: usual }, ...choices.map(value => ({ value, label: labels.without[value] }))]}
      onValue={chosen => changeView({ without: chosen === '' ? undefined : chosen })}
    />
  )
}

const together = 'together'

/** One currency, or all of them in the institution's own, where the statement can be. */
function CurrencyField({
  currency,
  currencies,
}: {
  readonly currency: CurrencyCode
  readonly currencies: readonly CurrencyCode[]
}) {
  const { t } = useTranslation('statements')
  const { kind, isConsolidated } = useStatementView()
  const isTogether = isConsolidated && mayConsolidate(kind)
  if (currencies.length < 2 && !isTogether) return null
  const [own] = currencies
  const all = mayConsolidate(kind) && own ? [{ value: together, label: t('all-currencies', { currency: own }) }] : []
  return (
    <SelectField<string>
      label={t('currency')}
      value={isTogether ? together : currency}
      options={[...currencies.map(value => ({ value, label: value })), ...all]}
      onValue={chosen =>
        changeView({
          isConsolidated: chosen === together,
          currency: currencies.find(code => code === chosen),
        })
      }
    />
  )
}

/** 1 to 5 choose the statement. */
function useKindKeys(): void {
  const [first, second, third, fourth, fifth] = statementKinds
  useShortcut('1', () => chooseKind(first))
  useShortcut('2', () => chooseKind(second))
  useShortcut('3', () => chooseKind(third))
  useShortcut('4', () => chooseKind(fourth))
  useShortcut('5', () => chooseKind(fifth))
}

function BranchField() {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const { branchId } = useStatementView()
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  if (branches.length < 2) return null
  return (
    <SelectField
      label={t('branch')}
      value={branchId}
      options={[
        { value: '', label: labels.allBranches },
        ...branches.map(({ branchId: value, code, name }) => ({ value, label: `${code} ${name}` })),
      ]}
      onValue={chosen => changeView({ branchId: chosen })}
    />
  )
}
