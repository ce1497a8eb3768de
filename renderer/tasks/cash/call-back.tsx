import { useTranslation } from 'react-i18next'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { goBack } from '../../routes.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { SentCash } from './cash-answer.ts'
import { TransferFacts } from './transfer-facts.tsx'

/** Takes back what nobody has received; the first Enter was the one that opened this page. */
export function CallBack({ transfer }: { readonly transfer: SentCash }) {
  const { t } = useTranslation('transfers')
  const { key } = useOperationKey()
  const command = { type: 'cash.cancel-transfer' as const, key, transferId: transfer.transferId }
  const operation = useOperation<'cash.cancel-transfer'>(command, { key })
  const step = useConfirmStep(operation.preview, true)
  const facts = <TransferFacts transfer={transfer} />
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={t('called-back')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => returnTo({ task: 'cash' })}
      />
    )
  return (
    <Page>
      <PageHeader title={t('call-back')} subtitle={t('call-back-hint')} />
      <Columns>
        <Stack>{facts}</Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={[]}
          confirmLabel={t('call-back-confirm')}
          approvable={command}
          summary={facts}
          onBackToForm={goBack}
        />
      </Columns>
    </Page>
  )
}
