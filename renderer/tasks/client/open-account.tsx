import { Modal } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { ClientAnswer } from '../../../core/query/answers.ts'
import type { SavingsProduct } from '../../../core/savings/savings-product.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goTo } from '../../routes.ts'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import classes from './open-account.module.css'

interface OpenAccountProps {
  readonly client: ClientAnswer
  readonly onClose: () => void
}

/** Opens an account from one of the products: arrows choose, Enter opens it, and its page is there for the first deposit. */
export function OpenAccount({ client, onClose }: OpenAccountProps) {
  const { t } = useTranslation('clients')
  useReturnFocus()
  const products = useAnswer({ type: 'products' })
  const { key } = useOperationKey()
  const open = useCommand<'savings.open'>()
  async function choose({ productId }: SavingsProduct): Promise<void> {
    const result = await open.run({ type: 'savings.open', key, clientId: client.clientId, productId })
    const accountId = result.ok ? result.value.created.accountId : undefined
    if (accountId) goTo({ task: 'account', accountId })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('open-account-for', { name: client.name })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack>
        {open.refusal && <RefusalNote refusal={open.refusal} />}
        {products.refusal && <RefusalNote refusal={products.refusal} />}
        <div className={classes.products}>
          {products.answer?.map((product, index) => (
            <ProductChoice
              key={product.productId}
              product={product}
              isFirst={index === 0}
              isBusy={open.isBusy}
              onChoose={() => void choose(product)}
            />
          ))}
        </div>
      </Stack>
    </Modal>
  )
}

interface ProductChoiceProps {
  readonly product: SavingsProduct
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function ProductChoice({ product, isFirst, isBusy, onChoose }: ProductChoiceProps) {
  const { t } = useTranslation('clients')
  const { currency } = product
  const button = useRef<HTMLButtonElement>(null)
  // The products may come after the dialog has opened and given the focus away.
  useEffect(() => {
    if (isFirst) button.current?.focus()
  }, [isFirst])
  return (
    <button
      ref={button}
      type="button"
      className={classes.product}
      disabled={isBusy}
      onClick={onChoose}
      data-autofocus={isFirst || undefined}
      onKeyDown={event => {
        const sibling =
          event.key === 'ArrowDown'
            ? event.currentTarget.nextElementSibling
            : event.key === 'ArrowUp'
              ? event.currentTarget.previousElementSibling
              : null
        if (!(sibling instanceof HTMLElement)) return
        event.preventDefault()
        sibling.focus()
      }}
    >
      <span className={classes.name}>{product.name}</span>
      <span className={classes.terms}>
        <Term label={t('product-minimum')} amountMinor={product.minimumBalanceMinor} currency={currency} />
        <Term label={t('product-opening')} amountMinor={product.minimumOpeningMinor} currency={currency} />
        {product.dailyWithdrawalLimitMinor !== undefined && (
          <Term label={t('product-daily')} amountMinor={product.dailyWithdrawalLimitMinor} currency={currency} />
        )}
      </span>
    </button>
  )
}

interface TermProps {
  readonly label: string
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

const Term = ({ label, amountMinor, currency }: TermProps) => (
  <span>
    {label}
    <br />
    <Money amountMinor={amountMinor} currency={currency} />
  </span>
)
