import { useTranslation } from 'react-i18next'
import type { LoanOffered } from '../../../core/query/loan-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { useRefusalText } from '../../lib/refusal-text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './loan-application.module.css'

interface ProductFieldProps {
  readonly offered: readonly LoanOffered[]
  readonly productId: string
  readonly onProduct: (productId: string) => void
}

/** The products that the client may have, and under them the others, each with what stands against it. Rule: W65. */
export function ProductField({ offered, productId, onProduct }: ProductFieldProps) {
  const { t } = useTranslation('loan-application')
  const others = offered.filter(({ against }) => against !== undefined)
  return (
    <div>
      <SelectField
        label={t('product')}
        value={productId}
        onValue={onProduct}
        options={offered.map(({ product, against }) => ({
          value: product.productId,
          label: product.name,
          disabled: against !== undefined,
        }))}
        autoFocus
      />
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('not-offered', { number: others.length })}</summary>
          <ul>
            {others.map(
              ({ product, against }) =>
                against && (
                  <li key={product.productId}>
                    <bdi>{product.name}</bdi>: <Against refusal={against} />
                  </li>
                ),
            )}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The fact alone: what can be done about it is not done here. */
function Against({ refusal }: { readonly refusal: Refusal }) {
  const [fact] = useRefusalText(refusal).split('\n')
  return <span>{fact}</span>
}
