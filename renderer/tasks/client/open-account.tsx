import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { ConfirmOpening } from './confirm-opening.tsx'
import { ProductChoice } from './product-choice.tsx'

interface OpenAccountProps {
  readonly client: ClientAnswer
  readonly onClose: () => void
}

/** Opens an account from one of the products: Enter shows what would be opened, Enter again opens it. Esc goes one step back. */
export function OpenAccount({ client, onClose }: OpenAccountProps) {
  const { t } = useTranslation('clients')
  const { answer: products, refusal } = useAnswer({ type: 'products' })
  const { key, renew } = useOperationKey()
  const [chosen, setChosen] = useState<DepositProduct>()
  const [last, setLast] = useState<string>()
  function choose(product: DepositProduct): void {
    setChosen(product)
    setLast(product.productId)
  }
  function back(): void {
    setChosen(undefined)
    renew()
  }
  return (
    <Dialog title={t('open-account-for', { name: client.name })} onClose={chosen ? back : onClose} size="lg">
      {refusal && <RefusalNote refusal={refusal} />}
      {chosen ? (
        <ConfirmOpening client={client} product={chosen} operationKey={key} onBack={back} />
      ) : (
        <ProductChoice products={(products ?? []).filter(isDepositProduct)} first={last} onChoose={choose} />
      )}
    </Dialog>
  )
}
