import { ChartPage } from '../tasks/chart/chart-page.tsx'
import { ImportPage } from '../tasks/import/import-page.tsx'
import { PeriodsPage } from '../tasks/periods/periods-page.tsx'
import { PostJournalPage } from '../tasks/post-journal/post-journal-page.tsx'
import { NewProductPage } from '../tasks/products/product-form-page.tsx'
import { ProductsPage } from '../tasks/products/products-page.tsx'
import { NewRecurringPage } from '../tasks/recurring/new-recurring-page.tsx'
import { RecurringPage } from '../tasks/recurring/recurring-page.tsx'

type BooksTask =
  | 'chart'
  | 'post-journal'
  | 'recurring-journals'
  | 'new-recurring-journal'
  | 'periods'
  | 'products'
  | 'new-product'
  | 'import'
  | 'collection'

/** What accountants and head office work on: the chart, journals, periods, products. */
export function BooksScreen({ task }: { readonly task: BooksTask }) {
  switch (task) {
    case 'chart':
      return <ChartPage />
    case 'post-journal':
      return <PostJournalPage />
    case 'recurring-journals':
      return <RecurringPage />
    case 'new-recurring-journal':
      return <NewRecurringPage />
    case 'periods':
      return <PeriodsPage />
    case 'products':
      return <ProductsPage />
    case 'import':
      return <ImportPage key="import" purpose="import" />
    case 'collection':
      return <ImportPage key="collection" purpose="collection" />
    case 'new-product':
      return <NewProductPage />
  }
}
