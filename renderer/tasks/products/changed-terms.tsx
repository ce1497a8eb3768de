import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import { type ProductDifference, productDifferences } from '../../../core/products/product-differences.ts'
import { formatDate } from '../../lib/format-date.ts'
import table from '../../ui/table.module.css'
import { useProductWords } from './product-words.ts'
import classes from './products.module.css'

/** What a version changes against the one before, and from which day on. */
export function ChangedTerms({ before, after }: { readonly before: Product; readonly after: Product }) {
  const { t, i18n } = useTranslation('products')
  const { validFrom } = after
  return (
    <TermsTable
      caption={validFrom ? t('changes-from', { date: formatDate(validFrom, i18n.language) }) : t('changes')}
      differences={productDifferences(before, after)}
      currency={after.currency}
    />
  )
}

interface TermsTableProps {
  readonly caption: string
  readonly differences: readonly ProductDifference[]
  readonly currency: Product['currency']
}

/** Terms side by side, as they were and as they are. The first day stands above the table. */
export function TermsTable({ caption, differences, currency }: TermsTableProps) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  const changed = differences.filter(({ field }) => field !== 'validFrom')
  if (changed.length === 0) return <p className={classes.about}>{t('changes-none')}</p>
  const told = (field: string, text: string | undefined) =>
    text === undefined ? t('not-said') : words.value(field, text, currency)
  return (
    <table className={table.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ field, before, after }) => (
          <tr key={field}>
            <td>{words.term(field)}</td>
            <td className={classes.gone}>
              <bdi>{told(field, before)}</bdi>
            </td>
            <td>
              <bdi>{told(field, after)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
