import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositProduct, TermProduct } from '../../../core/products/deposit-product.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { ConfirmButton } from '../../counter/confirm-button.tsx'
import { Facts } from '../../counter/facts.tsx'
import { Refused } from '../../counter/refused.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOpenSession } from '../../lib/session.ts'
import { yearlyRate } from '../../lib/yearly-rate.ts'
import { goTo } from '../../routes.ts'
import { Money } from '../../ui/money.tsx'
import { useAmount } from '../../ui/money-field.tsx'
import { AgreedTerms, type AgreedText } from './agreed-terms.tsx'

interface ConfirmOpeningProps {
  readonly client: ClientAnswer
  readonly product: DepositProduct
  /** What the client said already. */
  readonly termMonths: number | undefined
  readonly operationKey: string
  readonly onBack: () => void
}

/** What would be opened, for whom and on which terms; once it is open, its page is there for the first deposit. */
export function ConfirmOpening({ client, product, termMonths, operationKey: key, onBack }: ConfirmOpeningProps) {
  const { t, i18n } = useTranslation('clients')
  const { t: terms } = useTranslation('savings')
  const device = useOpenSession()?.device.code
  const { clientId, name } = client
  const { productId, currency } = product
  const [typed, setTyped] = useState<AgreedText>({
    months: termMonths === undefined ? usualMonths(product) : String(termMonths),
    installment: '',
  })
  const installmentMinor = useAmount(typed.installment, currency)
  const agreed = agreedOn(product, typed.months, installmentMinor)
  const operation = useOperation<'savings.open'>(
    agreed && { type: 'savings.open', key, clientId, productId, ...agreed },
    { key },
  )
  const { preview, run, refusal } = operation
  const step = useConfirmStep(preview, !hasTerm(product))
  async function open(): Promise<void> {
    const accountId = (await operation.post())?.created.accountId
    if (accountId) goTo({ task: 'account', accountId })
  }
  const money = (amountMinor: bigint | undefined) =>
    amountMinor !== undefined && <Money amountMinor={amountMinor} currency={currency} />
  return (
    <>
      <Facts
        facts={[
          [t('product'), <bdi key="product">{product.name}</bdi>],
          [t('account-for'), <bdi key="name">{name}</bdi>],
          [terms('interest-rate'), yearlyRate(product, i18n.language)],
          [t('product-opening'), money(product.minimumOpeningMinor)],
          [t('product-installment'), product.kind === 'recurring' && money(product.installment.minimumMinor)],
          [t('product-minimum'), money(product.minimumBalanceMinor)],
          [t('product-daily'), money(product.limits.withdrawalsPerDayMinor)],
          [t('kept-here'), device],
        ]}
      />
      {hasTerm(product) && (
        <AgreedTerms
          product={product}
          agreed={typed}
          onChange={change => setTyped({ ...typed, ...change })}
          onEnter={step.ask}
        />
      )}
      {refusal && <Refused refusal={refusal} />}
      <ConfirmButton
        buttonRef={step.button}
        label={t('open-account-confirm')}
        isBusy={run.isBusy}
        disabled={!preview.isAllowed}
        onConfirm={() => void open()}
        onBack={onBack}
      />
    </>
  )
}

const hasTerm = (product: DepositProduct): product is TermProduct =>
  product.kind === 'fixed' || product.kind === 'recurring'

const usualMonths = (product: DepositProduct): string => (hasTerm(product) ? String(product.term.monthsDefault) : '')

/** What the command says besides the product; nothing while something that the product asks for is missing or unreadable. */
function agreedOn(product: DepositProduct, months: string, installmentMinor: bigint | undefined) {
  if (!hasTerm(product)) return {}
  const termMonths = /^\d{1,3}$/.test(months.trim()) ? Number(months) : 0
  if (termMonths === 0) return undefined
  if (product.kind === 'fixed') return { termMonths }
  return installmentMinor === undefined ? undefined : { termMonths, installmentMinor }
}
