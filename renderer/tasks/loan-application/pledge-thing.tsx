import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CollateralKind, collateralKinds } from '../../../core/loans/security-records.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { OperationAct } from '../../counter/operation-act.tsx'
import { PapersField } from '../../counter/papers-field.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCloseWhenDone } from './use-close-when-done.ts'

interface PledgeThingProps {
  readonly loan: LoanAnswer
  readonly onClose: () => void
}

/** A thing that is pledged for the loan: what it is, whose, what it is known by, and what it is worth. */
export function PledgeThing({ loan: { loanId, clientName, currency }, onClose }: PledgeThingProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [kind, setKind] = useState<CollateralKind>('livestock')
  const [description, setDescription] = useState('')
  const [owner, setOwner] = useState(clientName)
  const [reference, setReference] = useState('')
  const [value, setValue] = useState('')
  const [papers, setPapers] = useState<readonly Uint8Array<ArrayBuffer>[]>([])
  const valueMinor = useAmount(value, currency)
  const command =
    valueMinor && description.trim() && owner.trim()
      ? {
          type: 'loan.pledge' as const,
          key,
          loanId,
          kind,
          description: description.trim(),
          owner: owner.trim(),
          valueMinor,
          ...(reference.trim() ? { reference: reference.trim() } : {}),
          ...(papers.length > 0 ? { attachments: [...papers] } : {}),
        }
      : undefined
  const operation = useOperation<'loan.pledge'>(command, { key })
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  return (
    <Dialog title={t('add-pledge')} onClose={onClose} size="lg">
      <form onKeyDown={event => enterGoesOn(event, step.ask)}>
        <Stack>
          <SelectField
            label={t('collateral')}
            value={kind}
            onValue={setKind}
            options={collateralKinds.map(one => ({ value: one, label: t(`collateral-${one}`) }))}
            autoFocus
          />
          <TextField label={t('described')} text={description} onText={setDescription} maxLength={120} required />
          <TextField label={t('owner')} text={owner} onText={setOwner} maxLength={120} required />
          <TextField
            label={t('reference')}
            hint={t('reference-hint')}
            text={reference}
            onText={setReference}
            maxLength={60}
          />
          <MoneyField label={t('worth')} currency={currency} text={value} onText={setValue} />
          <PapersField hint={t('pledge-papers-hint')} papers={papers} onPapers={setPapers} />
        </Stack>
      </form>
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('add-pledge')}
        summary={null}
        onBackToForm={onClose}
      />
    </Dialog>
  )
}
