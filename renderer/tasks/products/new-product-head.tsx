import { useTranslation } from 'react-i18next'
import { isCurrencyCode } from '../../../core/money/currency.ts'
import { iso4217 } from '../../../core/money/iso4217.ts'
import { productKinds } from '../../../core/products/product.ts'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { newForm, type ProductForm } from './product-form.ts'
import classes from './products.module.css'

interface NewProductHeadProps {
  readonly form: ProductForm
  readonly onChange: (form: ProductForm) => void
}

const currencies = Object.keys(iso4217).filter(isCurrencyCode).sort()

/** What a product is and in which money: both are settled with its first version. The kind brings its usual terms along. */
export function NewProductHead({ form, onChange }: NewProductHeadProps) {
  const { t, i18n } = useTranslation('products')
  function begin(kind: ProductForm['kind'], currency: ProductForm['currency']): void {
    const usual = newForm(kind, currency, i18n.language)
    const { name = '', productId = '', validFrom = '' } = form.terms
    onChange({ ...usual, terms: { ...usual.terms, name, productId, validFrom } })
  }
  return (
    <Panel title={t('kind')}>
      <div className={classes.fields}>
        <SelectField
          label={t('kind')}
          hint={t(`kind-${form.kind}-about`)}
          value={form.kind}
          onValue={kind => begin(kind, form.currency)}
          options={productKinds.map(value => ({ value, label: t(`kind-${value}`) }))}
        />
        <SelectField
          label={t('term-currency')}
          hint={t('kind-and-currency-stay')}
          value={form.currency}
          onValue={currency => begin(form.kind, currency)}
          options={currencies.map(value => ({ value, label: value }))}
        />
      </div>
    </Panel>
  )
}
