import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { absoluteMinor } from '../../../core/money/amount.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import type { ProvisionAnswer } from '../../../core/query/portfolio-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { RequestNote } from '../../counter/request-sent.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatDay } from '../../lib/format-date.ts'
import { isolate } from '../../lib/isolate.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action } from '../../ui/action.tsx'

interface PostProvisionProps {
  readonly provided: ProvisionAnswer['provisions'][number]
  readonly asOf: BusinessDate
}

/** The difference is shown as it would be posted, then posted. Rule: W77. */
export function PostProvision(props: PostProvisionProps) {
  const { t, i18n } = useTranslation('portfolio')
  const [isAsked, setIsAsked] = useState(false)
  const { differenceMinor, currency } = props.provided
  const amount = isolate(formatMoney({ amountMinor: absoluteMinor(differenceMinor), currency }, i18n.language))
  if (isAsked) return <Posting {...props} onClose={() => setIsAsked(false)} />
  return (
    <div>
      <Action onAct={() => setIsAsked(true)}>
        {t(differenceMinor > 0n ? 'provide-more' : 'provide-less', { amount })}
      </Action>
    </div>
  )
}

function Posting({ provided, asOf, onClose }: PostProvisionProps & { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('portfolio')
  const { branchId, currency, allowance, differenceMinor } = provided
  const draft = useDraft(`provision/${branchId}/${currency}/${allowance}`, {})
  const command = draft.isReady
    ? { type: 'provision.post' as const, key: draft.key, branchId, asOf, currency, allowance, differenceMinor }
    : undefined
  const operation = useOperation<'provision.post'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview, true)
  if (operation.request) return <RequestNote onDone={onClose} />
  return (
    <OperationPanel
      operation={operation}
      step={step}
      confirmLabel={t('post-provision')}
      approvable={command}
      summary={<Facts facts={[[t('as-of'), formatDay(asOf, i18n.language)]]} />}
      names={[]}
      onBackToForm={onClose}
      isHeld={command === undefined}
    />
  )
}
