import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookedOverShortMinor } from '../../../core/cash/over-short.ts'
import { focusFirstFace } from '../../counter/focus-first-face.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { OverShort } from '../../counter/over-short.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action } from '../../ui/action.tsx'
import { DenominationCountField } from '../../ui/denomination-count.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { SentCash } from './cash-answer.ts'
import { DiscrepancyFields } from './discrepancy-fields.tsx'
import { emptyReceipt, type ReceiveForm, receiveCommand } from './receive-form.ts'
import { TransferFacts } from './transfer-facts.tsx'

interface ReceiveCashProps {
  readonly transfer: SentCash
  /** Only for who may also call it back. */
  readonly onCallBack: (() => void) | undefined
}

/** The second confirmation: counted without being told what was sent. What differs is settled with a reason, a note and who oversees. */
export function ReceiveCash({ transfer, onCallBack }: ReceiveCashProps) {
  const { t } = useTranslation('transfers')
  const { transferId, currency } = transfer
  // The engine is asked once the count is finished, not at each key: nobody counts until it stops complaining.
  const [isCounted, setCounted] = useState(false)
  const draft = useDraft<ReceiveForm>(`cash/receive/${transferId}`, emptyReceipt)
  const { values } = draft
  const command = draft.isReady && isCounted ? receiveCommand(draft.key, transferId, values) : undefined
  const operation = useOperation<'cash.receive'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const differs = operation.refusal?.type === 'transfer-count-differs' || values.discrepancy !== ''
  const settledMinor = operation.shown && isCounted ? bookedOverShortMinor(operation.shown.entries) : undefined
  const difference = settledMinor !== undefined && <OverShort differenceMinor={settledMinor} currency={currency} />
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={t('cash-received')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => returnTo({ task: 'cash' })}
      />
    )
  if (!draft.isReady) return null
  const recount = (changes: Partial<ReceiveForm>): void => {
    setCounted(false)
    draft.change({ ...changes, discrepancy: '' })
  }
  const finish = (): void => {
    setCounted(true)
    step.ask()
  }
  return (
    <Page>
      <PageHeader
        title={t('receive-cash')}
        subtitle={t('receive-cash-hint')}
        actions={
          onCallBack && (
            <Action icon={<IconArrowBackUp size={16} aria-hidden />} onAct={onCallBack}>
              {t('call-back')}
            </Action>
          )
        }
      />
      <Columns>
        <Stack>
          <TransferFacts transfer={transfer} hidesAmount />
          <Panel title={t('cash-that-came')}>
            <Stack>
              <RestoredNote draft={draft} />
              <DenominationCountField
                label={t('cash-that-came')}
                currency={currency}
                pieces={values.pieces}
                onPieces={pieces => recount({ pieces })}
                onDone={finish}
                autoFocus
              />
            </Stack>
          </Panel>
        </Stack>
        <Stack>
          {difference}
          {differs && <DiscrepancyFields values={values} onChange={draft.change} onDone={finish} />}
          <OperationPanel
            operation={operation}
            step={step}
            names={[]}
            confirmLabel={t('receive-confirm')}
            approvable={command}
            summary={
              <>
                <TransferFacts transfer={transfer} />
                {difference}
              </>
            }
            isHeld={command === undefined}
            onBackToForm={focusFirstFace}
          />
        </Stack>
      </Columns>
    </Page>
  )
}
