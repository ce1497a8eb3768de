import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/savings-answers.ts'
import { isOwedToOthers } from '../../../core/savings/hold.ts'
import type { CaptureHold as CaptureHoldCommand } from '../../../core/savings/savings-commands.ts'
import { CaptureFacts } from '../../counter/capture-facts.tsx'
import { EffectPanel } from '../../counter/effect-panel.tsx'
import { OperationAct } from '../../counter/operation-act.tsx'
import { RequestNote } from '../../counter/request-sent.tsx'
import { SignSummary } from '../../counter/sign-summary.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goTo } from '../../routes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CaptureTarget } from './capture-target.tsx'
import { HoldWords } from './hold-words.tsx'

interface CaptureHoldProps {
  readonly account: AccountAnswer
  readonly hold: HoldAnswer
  readonly onClose: () => void
}

/** Takes held money for what it was held for: how much, where it goes and why; what it made is shown as its record. */
export function CaptureHold({ account, hold, onClose }: CaptureHoldProps) {
  const { t, i18n } = useTranslation('savings')
  const { currency } = account
  const [amount, setAmount] = useState(formatAmount({ amountMinor: hold.amountMinor, currency }, i18n.language))
  const [target, setTarget] = useState<CaptureHoldCommand['target']>({ kind: 'drawer' })
  const [note, setNote] = useState('')
  const [signedBy, setSignedBy] = useState<readonly string[]>([])
  const amountMinor = useAmount(amount, currency)
  const { key } = useOperationKey()
  const command = captureIn(account, { key, hold, amountMinor, target, note: note.trim(), signedBy })
  const operation = useOperation<'hold.capture'>(command, { key })
  const step = useConfirmStep(operation.preview)
  const { outcome, request } = operation
  useEffect(() => {
    if (outcome) goTo({ task: 'record', record: outcome.record })
  }, [outcome])
  return (
    <Dialog title={t('capture-title')} onClose={onClose} size="lg">
      {request ? (
        <RequestNote onDone={onClose} />
      ) : (
        <form onKeyDown={event => enterGoesOn(event, step.ask)}>
          <Stack>
            <HoldWords hold={hold} account={account} />
            <MoneyField
              label={t('capture-amount')}
              hint={t('capture-hint')}
              currency={currency}
              text={amount}
              onText={setAmount}
              autoFocus
            />
            <CaptureTarget target={target} onTarget={setTarget} />
            {needsHolders(hold, target) && <Signatures account={account} signedBy={signedBy} onChange={setSignedBy} />}
            <TextField label={t('note')} hint={t('note-hint')} text={note} onText={setNote} maxLength={500} />
            <CaptureFacts effect={operation.shown} />
            <EffectPanel effect={operation.shown} isSettled={operation.preview.isSettled} />
            <OperationAct
              operation={operation}
              step={step}
              confirmLabel={t('capture-confirm')}
              approvable={command}
              summary={
                amountMinor !== undefined && (
                  <>
                    <SignSummary title={t('capture-title')} account={account} amountMinor={amountMinor} />
                    <CaptureFacts effect={operation.shown} />
                  </>
                )
              }
              isHeld={command === undefined}
              onBackToForm={onClose}
            />
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

interface TypedCapture {
  readonly key: string
  readonly hold: HoldAnswer
  readonly amountMinor: bigint | undefined
  readonly target: CaptureHoldCommand['target']
  readonly note: string
  readonly signedBy: readonly string[]
}

/** Nothing while the amount or the account of the ledger is not typed whole. */
function captureIn(
  account: AccountAnswer,
  { key, hold, amountMinor, target, note, signedBy }: TypedCapture,
): CaptureHoldCommand | undefined {
  if (amountMinor === undefined || (target.kind === 'ledger' && !isLedgerCode(target.account))) return undefined
  const { holdId } = hold
  const said = {
    ...(note === '' ? {} : { note }),
    ...(needsHolders(hold, target) ? signaturesOf(account, signedBy) : {}),
  }
  return { type: 'hold.capture', key, holdId, amountMinor, target, ...said }
}

const needsHolders = ({ reason }: HoldAnswer, { kind }: CaptureHoldCommand['target']): boolean =>
  kind === 'drawer' || !isOwedToOthers(reason)

const isLedgerCode = (text: string): boolean => /^\d{4,10}$/.test(text)
