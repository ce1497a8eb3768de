import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { useProductWords } from './product-words.ts'
import classes from './products.module.css'

interface MissingTermsProps {
  readonly faults: readonly ProductFault[]
  readonly onField: (field: string) => void
}

/** The terms that keep the product from being published; each leads to its field. */
export function MissingTerms({ faults, onField }: MissingTermsProps) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  if (faults.length === 0) return null
  return (
    <div>
      <p className={classes.about}>{t('still-open')}</p>
      <ul className={classes.missing}>
        {faults.map(({ field }) => (
          <li key={field}>
            <button type="button" className={classes.link} onClick={() => onField(field)}>
              {words.term(field)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
