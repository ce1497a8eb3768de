import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import { termsOf } from '../../../core/products/product-differences.ts'
import { Facts } from '../../counter/facts.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { fieldGroups, groupOfTerm } from './product-fields.ts'
import { useProductWords } from './product-words.ts'
import classes from './products.module.css'

/** What the head of the page says already. */
const shownAbove = ['productId', 'version', 'name', 'kind']

/** Everything that a version says, in plain words, in the groups in which it is written. */
export function ProductTermsPanel({ product }: { readonly product: Product }) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  const terms = termsOf(product).filter(([field]) => !shownAbove.includes(field))
  return (
    <Panel title={t('terms-now')} aside={t('version-number', { number: product.version })}>
      <Stack>
        {fieldGroups.map(([group]) => {
          const grouped = terms.filter(([field]) => groupOfTerm(field) === group)
          if (grouped.length === 0) return null
          return (
            <section key={group}>
              <h3 className={classes.group}>{t(group)}</h3>
              <Facts
                facts={grouped.map(([field, text]) => [
                  words.term(field),
                  <bdi key={field}>{words.value(field, text, product.currency)}</bdi>,
                ])}
              />
            </section>
          )
        })}
      </Stack>
    </Panel>
  )
}
