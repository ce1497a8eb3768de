import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { ExchangedAmounts } from '../../counter/exchange-summary.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './exchange-fields.module.css'
import type { ExchangeForm, Sides } from './exchange-form.ts'

interface ExchangeFieldsProps {
  readonly sides: Sides
  readonly currencies: readonly CurrencyCode[]
  readonly values: ExchangeForm
  readonly amounts: ExchangedAmounts | undefined
  readonly onChange: (changes: Partial<ExchangeForm>) => void
}

/** What the client hands in and what they receive: either amount is typed, the other one follows. */
export function ExchangeFields(props: ExchangeFieldsProps) {
  const { sides, currencies, onChange } = props
  const { t } = useTranslation('exchange')
  const options = currencies.map(code => ({ value: code, label: code }))
  return (
    <div className={classes.sides}>
      <Side {...props} side="in" label={t('hands-in')} currency={sides.gives} />
      <SelectField
        label={t('hands-in-currency')}
        value={sides.gives}
        onValue={gives =>
          onChange({ gives, ...(gives === sides.takes ? { takes: sides.gives } : { takes: sides.takes }) })
        }
        options={options}
      />
      <Side {...props} side="out" label={t('receives')} currency={sides.takes} />
      <SelectField
        label={t('receives-currency')}
        value={sides.takes}
        onValue={takes =>
          onChange({ takes, ...(takes === sides.gives ? { gives: sides.takes } : { gives: sides.gives }) })
        }
        options={options}
      />
    </div>
  )
}

interface SideProps extends ExchangeFieldsProps {
  readonly side: 'in' | 'out'
  readonly label: string
  readonly currency: CurrencyCode
}

function Side({ side, label, currency, values, amounts, onChange }: SideProps) {
  const { i18n } = useTranslation()
  const amountMinor = side === 'in' ? amounts?.inMinor : amounts?.outMinor
  const follows = amountMinor === undefined ? '' : formatAmount({ amountMinor, currency }, i18n.language)
  return (
    <MoneyField
      large
      autoFocus={side === 'in'}
      label={label}
      currency={currency}
      text={values.typed === side ? values.amount : follows}
      onText={amount => onChange({ typed: side, amount })}
    />
  )
}
