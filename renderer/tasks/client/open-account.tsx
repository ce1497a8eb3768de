import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { ConfirmOpening } from './confirm-opening.tsx'
import classes from './open-account.module.css'
import { ProductAdvice } from './product-advice.tsx'
import { ProductChoice } from './product-choice.tsx'

/** How the product is found: among all of them, or by what the client wants. */
export type WayToProduct = 'all' | 'advice'

interface OpenAccountProps {
  readonly client: ClientAnswer
  readonly begin: WayToProduct
  readonly onClose: () => void
}

interface Chosen {
  readonly product: DepositProduct
  readonly termMonths?: number | undefined
}

/** Opens an account from one of the products: Enter shows what would be opened, Enter again opens it. Esc goes one step back. */
export function OpenAccount({ client, begin, onClose }: OpenAccountProps) {
  const { t } = useTranslation('clients')
  const { answer: products, refusal } = useAnswer({ type: 'products' })
  const currency = useOpenSession()?.institution?.currency
  const { key, renew } = useOperationKey()
  const [way, setWay] = useState(begin)
  const [chosen, setChosen] = useState<Chosen>()
  const [last, setLast] = useState<string>()
  function choose(product: DepositProduct, termMonths?: number): void {
    setChosen({ product, termMonths })
    setLast(product.productId)
  }
  function back(): void {
    setChosen(undefined)
    renew()
  }
  return (
    <Dialog title={t('open-account-for', { name: client.name })} onClose={chosen ? back : onClose} size="lg">
      {refusal && <RefusalNote refusal={refusal} />}
      {chosen && (
        <ConfirmOpening
          client={client}
          product={chosen.product}
          termMonths={chosen.termMonths}
          operationKey={key}
          onBack={back}
        />
      )}
      {/* What the client wants stays as it was typed while one of the products is looked at. */}
      <div hidden={chosen !== undefined || way !== 'advice'}>
        {way === 'advice' && currency && <ProductAdvice client={client} currency={currency} onChoose={choose} />}
      </div>
      {!chosen && way === 'all' && (
        <ProductChoice products={(products ?? []).filter(isDepositProduct)} first={last} onChoose={choose} />
      )}
      {!chosen && (
        <div className={classes.otherWay}>
          <QuietAction onAct={() => setWay(way === 'all' ? 'advice' : 'all')}>
            {t(way === 'all' ? 'find-fitting' : 'all-products')}
          </QuietAction>
        </div>
      )}
    </Dialog>
  )
}
