import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { AccountPicker } from '../../counter/account-picker.tsx'
import type { InstructionForm } from '../../counter/instruction-form.ts'
import { InstructionTerms } from '../../counter/instruction-terms.tsx'
import { Signatures } from '../../counter/signatures.tsx'

interface InstructionFieldsProps {
  readonly account: AccountAnswer
  readonly values: InstructionForm
  readonly onChange: (changes: Partial<InstructionForm>) => void
  readonly refusal: Refusal | undefined
}

/** To whom, on what terms, and who signs. */
export function InstructionFields({ account, values, onChange, refusal }: InstructionFieldsProps) {
  const { t } = useTranslation('savings')
  const amount = useRef<HTMLInputElement>(null)
  const { to } = values
  useEffect(() => {
    if (to !== '') amount.current?.focus()
  }, [to])
  return (
    <>
      <AccountPicker
        label={t('transfer-to')}
        from={account}
        accountId={to}
        onAccount={chosen => onChange({ to: chosen })}
      />
      <InstructionTerms
        currency={account.currency}
        values={values}
        onChange={onChange}
        refusal={refusal}
        amountRef={amount}
      />
      <Signatures account={account} signedBy={values.signedBy} onChange={signedBy => onChange({ signedBy })} />
    </>
  )
}
