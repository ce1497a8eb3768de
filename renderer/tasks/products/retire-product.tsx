import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import { ConfirmDialog } from '../../counter/confirm-dialog.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'

/** Takes a product off what is offered, for good: what that means is said before it is done. */
export function RetireProduct({ product, onClose }: { readonly product: Product; readonly onClose: () => void }) {
  const { t } = useTranslation('products')
  const { key } = useOperationKey()
  const { productId, name } = product
  const operation = useOperation<'product.retire'>({ type: 'product.retire', key, productId }, { key })
  return (
    <ConfirmDialog
      title={t('retire-title', { name })}
      about={t('retire-about')}
      label={t('retire-confirm')}
      operation={operation}
      onClose={onClose}
    />
  )
}
