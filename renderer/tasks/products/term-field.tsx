import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { componentOrders } from './component-orders.ts'
import { useProductWords } from './product-words.ts'
import type { RowField } from './term-shape.ts'

interface TermFieldProps {
  readonly spec: RowField
  /** Where the term stands in the product: of a row, with the row's place. */
  readonly path: string
  readonly text: string
  readonly currency: CurrencyCode
  readonly chart: readonly ChartRow[]
  readonly error: string | undefined
  readonly onText: (text: string) => void
  readonly autoFocus?: boolean
}

/** One term of a product, asked for in the way that its values are written. */
export function TermField({ spec, path, text, currency, chart, error, onText, autoFocus = false }: TermFieldProps) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  const hint = words.hint(path)
  const common = { label: words.term(path), autoFocus, error, ...(hint ? { hint } : {}) }
  const typed = { ...common, text, onText }
  const isRequired = !(spec.isOptional || spec.isZeroWhenEmpty)
  const choose = (
    options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[],
  ) => <SelectField {...common} value={text} onValue={onText} options={options} />
  switch (spec.value) {
    case 'words':
      return <TextField {...typed} maxLength={60} required />
    case 'id':
      return <TextField {...typed} maxLength={60} dir="ltr" required />
    case 'percent':
      return <TextField {...typed} dir="ltr" inputMode="numeric" icon="%" maxLength={20} required={isRequired} />
    case 'count':
      return <TextField {...typed} dir="ltr" inputMode="numeric" maxLength={6} required={isRequired} />
    case 'date':
      return <DateField {...typed} required />
    case 'money':
      return <MoneyField {...typed} currency={currency} mayBeZero />
    case 'choice':
      return choose(spec.choices.map(value => ({ value, label: words.choice(path, value) })))
    case 'yes-no':
      return choose(['yes', 'no'].map(value => ({ value, label: words.choice(path, value) })))
    case 'order':
      return choose(componentOrders.map(value => ({ value, label: words.order(value) })))
    case 'ledger': {
      const fitting = chart.filter(
        ({ type, control, posting, isClosed }) =>
          posting && !isClosed && type === spec.type && control === spec.control,
      )
      const known = fitting.some(({ code }) => code === text)
      const none = { value: '', label: t('no-account') }
      const unknown = { value: text, label: text === '' ? t('choose-account') : text, disabled: true }
      return choose([
        ...(spec.isOptional ? [none] : []),
        ...(known || (spec.isOptional && text === '') ? [] : [unknown]),
        ...fitting.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      ])
    }
  }
}
