import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { Action } from '../../ui/action.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './portfolio.module.css'
import { changeView, usePortfolioView, ways, widen } from './portfolio-view.ts'

interface PortfolioFiltersProps {
  readonly asOfText: string
  readonly currency: CurrencyCode | undefined
  readonly currencies: readonly CurrencyCode[]
}

/** As of which day, told apart by what, in which currency, and of which loans alone. */
export function PortfolioFilters({ asOfText, currency, currencies }: PortfolioFiltersProps) {
  const { t } = useTranslation('portfolio')
  const { by, only } = usePortfolioView()
  const narrowed = ways.flatMap(way => (only[way] ? [{ way, name: only[way].name }] : []))
  return (
    <div className={classes.filters}>
      <div className={classes.day}>
        <DateField label={t('as-of')} text={asOfText} onText={text => changeView({ asOfText: text })} />
      </div>
      <SelectField
        label={t('by')}
        value={by}
        options={ways.map(value => ({ value, label: t(`by-${value}`) }))}
        onValue={chosen => changeView({ by: chosen })}
      />
      {currency && currencies.length > 1 && (
        <SelectField
          label={t('currency')}
          value={currency}
          options={currencies.map(value => ({ value, label: value }))}
          onValue={chosen => changeView({ currency: chosen })}
        />
      )}
      {narrowed.length > 0 && (
        <div className={classes.only}>
          {narrowed.map(({ way, name }) => (
            <Action key={way} icon={<IconX size={14} />} onAct={() => widen(way)}>
              {t('only', { what: t(`by-${way}`), name })}
            </Action>
          ))}
        </div>
      )}
    </div>
  )
}
