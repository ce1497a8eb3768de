import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import { termsOf } from '../../../core/products/product-differences.ts'
import { Facts } from '../../counter/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useProductWords } from './product-words.ts'

/** What the head of the page says already. */
const shownAbove = ['productId', 'version', 'name', 'kind']

/** Everything that a version says, in plain words. */
export function ProductTermsPanel({ product }: { readonly product: Product }) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  return (
    <Panel title={t('terms-now')} aside={t('version-number', { number: product.version })}>
      <Facts
        facts={termsOf(product)
          .filter(([field]) => !shownAbove.includes(field))
          .map(([field, text]) => [
            words.term(field),
            <bdi key={field}>{words.value(field, text, product.currency)}</bdi>,
          ])}
      />
    </Panel>
  )
}
