import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { ProductKind } from '../../../core/products/product.ts'
import { LoanPreviewPanel } from './loan-preview-panel.tsx'
import type { ReadProduct } from './read-product.ts'
import { YearPreview } from './year-preview.tsx'

interface ProductPreviewProps {
  readonly product: ReadProduct
  readonly kind: ProductKind
  readonly currency: CurrencyCode
}

/** What the terms come to for a client, counted while they are typed. */
export function ProductPreview({ product, kind, currency }: ProductPreviewProps) {
  switch (kind) {
    case 'loan':
      return <LoanPreviewPanel product={product} currency={currency} />
    case 'credit-line':
      return null
    case 'passbook':
    case 'current':
    case 'fixed':
    case 'recurring':
    case 'compulsory':
      return <YearPreview product={product} kind={kind} currency={currency} />
  }
}
