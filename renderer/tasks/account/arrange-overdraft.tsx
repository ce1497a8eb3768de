import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount, formatMoney } from '../../../core/money/format-amount.ts'
import type { Overdraft } from '../../../core/products/product-interest.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { ConfirmButton } from '../../counter/confirm-button.tsx'
import { Facts } from '../../counter/facts.tsx'
import { Refused } from '../../counter/refused.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyField, useZeroOrAmount } from '../../ui/money-field.tsx'

interface ArrangeOverdraftProps {
  readonly account: AccountAnswer
  readonly offered: Overdraft
  readonly onClose: () => void
}

/** How far below zero the client may go, within what the product allows; nothing ends it. */
export function ArrangeOverdraft({ account, offered, onClose }: ArrangeOverdraftProps) {
  const { t, i18n } = useTranslation('savings')
  const { accountId, currency, overdraftLimitMinor } = account
  const { key } = useOperationKey()
  const [text, setText] = useState(formatAmount({ amountMinor: overdraftLimitMinor, currency }, i18n.language))
  const limitMinor = useZeroOrAmount(text, currency)
  const operation = useOperation<'savings.set-overdraft'>(
    limitMinor === undefined ? undefined : { type: 'savings.set-overdraft', key, accountId, limitMinor },
    { key },
  )
  const { preview, refusal, run, post } = operation
  const step = useConfirmStep(preview)
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  async function confirm(): Promise<void> {
    if (await post()) onClose()
  }
  return (
    <Dialog title={t('overdraft-title')} onClose={onClose}>
      <Facts
        facts={[
          [t('overdraft-now'), money(overdraftLimitMinor)],
          [t('overdraft-rate'), formatPercentRate(offered.annualPercent, i18n.language)],
          [t('overdraft-owed'), account.balanceMinor < 0n && money(-account.balanceMinor)],
        ]}
      />
      <MoneyField
        large
        autoFocus
        mayBeZero
        label={t('overdraft-limit')}
        hint={t('overdraft-hint', { limit: formatMoney({ amountMinor: offered.limitMinor, currency }, i18n.language) })}
        currency={currency}
        text={text}
        onText={setText}
        onEnter={step.ask}
      />
      {refusal && <Refused refusal={refusal} />}
      <ConfirmButton
        buttonRef={step.button}
        label={t('overdraft-confirm')}
        isBusy={run.isBusy}
        disabled={!preview.isAllowed || limitMinor === overdraftLimitMinor}
        onConfirm={() => void confirm()}
        onBack={onClose}
      />
    </Dialog>
  )
}
