import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import type { CloseAccount as CloseAccountCommand } from '../../../core/savings/savings-commands.ts'
import { AccountPicker } from '../../counter/account-picker.tsx'
import { ClosingFacts } from '../../counter/closing-facts.tsx'
import { OperationAct } from '../../counter/operation-act.tsx'
import { RequestNote } from '../../counter/request-sent.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goTo } from '../../routes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'

interface CloseAccountProps {
  readonly account: AccountAnswer
  readonly onClose: () => void
}

/** Closes an account for good; what was paid out and its receipt are shown as the record that it made. */
export function CloseAccount({ account, onClose }: CloseAccountProps) {
  const { t } = useTranslation('savings')
  const { key } = useOperationKey()
  const [payout, setPayout] = useState<CloseAccountCommand['payout']>({ kind: 'drawer' })
  const [signedBy, setSignedBy] = useState<readonly string[]>([])
  const isHeld = payout.kind === 'account' && payout.toAccountId === ''
  const { accountId } = account
  const command = isHeld
    ? undefined
    : { type: 'savings.close' as const, key, accountId, payout, ...signaturesOf(account, signedBy) }
  const operation = useOperation<'savings.close'>(command, { key })
  const step = useConfirmStep(operation.preview)
  const { outcome, request } = operation
  useEffect(() => {
    if (outcome) goTo({ task: 'record', record: outcome.record })
  }, [outcome])
  const effect = <ClosingFacts account={account} effect={operation.shown} />
  return (
    <Dialog title={t('close-account')} onClose={onClose}>
      {request ? (
        <RequestNote onDone={onClose} />
      ) : (
        <form onKeyDown={event => enterGoesOn(event, step.ask)}>
          <Stack>
            <ClosingHint account={account} isAllowed={operation.preview.isAllowed} />
            <PayoutFields account={account} payout={payout} onPayout={setPayout} />
            <Signatures account={account} signedBy={signedBy} onChange={setSignedBy} />
            {effect}
            <OperationAct
              operation={operation}
              step={step}
              confirmLabel={t('close-confirm')}
              approvable={command}
              summary={effect}
              isHeld={isHeld}
              onBackToForm={onClose}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

function ClosingHint({ account, isAllowed }: Pick<CloseAccountProps, 'account'> & { readonly isAllowed: boolean }) {
  const { t, i18n } = useTranslation('savings')
  const { maturesOn } = account
  return (
    <div>
      {maturesOn && isAllowed ? t('close-early', { date: formatDate(maturesOn, i18n.language) }) : t('close-hint')}
    </div>
  )
}

interface PayoutFieldsProps {
  readonly account: AccountAnswer
  readonly payout: CloseAccountCommand['payout']
  readonly onPayout: (payout: CloseAccountCommand['payout']) => void
}

function PayoutFields({ account, payout, onPayout }: PayoutFieldsProps) {
  const { t } = useTranslation('savings')
  return (
    <>
      <SelectField
        autoFocus
        label={t('close-payout')}
        value={payout.kind}
        options={[
          { value: 'drawer', label: t('close-in-cash') },
          { value: 'account', label: t('close-to-account') },
        ]}
        onValue={kind => onPayout(kind === 'drawer' ? { kind } : { kind, toAccountId: '' })}
      />
      {payout.kind === 'account' && (
        <AccountPicker
          label={t('transfer-to')}
          from={account}
          accountId={payout.toAccountId}
          onAccount={toAccountId => onPayout({ kind: 'account', toAccountId })}
        />
      )}
    </>
  )
}
