import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../core/command/outcome.ts'
import { goBack } from '../routes.ts'
import { PrimaryAction } from '../ui/action.tsx'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'

/** Nothing is posted yet: the operation waits in the approvals for somebody who may decide it. */
export function RequestSent({ request }: { readonly request: Outcome }) {
  const { t } = useTranslation('cash')
  return (
    <Panel
      title={t('request-sent')}
      aside={<Badge tone="waiting">{t('request-number', { number: request.record.seq })}</Badge>}
    >
      <p role="status">{t('request-sent-text')}</p>
      <PrimaryAction onAct={goBack} autoFocus>
        {t('back')}
      </PrimaryAction>
    </Panel>
  )
}
