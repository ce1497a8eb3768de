import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../core/command/outcome.ts'
import { goBack } from '../routes.ts'
import { PrimaryAction } from '../ui/action.tsx'
import { Badge } from '../ui/badge.tsx'
import { Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'

/** Nothing is posted yet: the operation waits in the approvals for somebody who may decide it. */
export function RequestSent({ request }: { readonly request: Outcome }) {
  const { t } = useTranslation('cash')
  return (
    <Page narrow>
      <PageHeader
        title={t('request-sent')}
        marks={<Badge tone="waiting">{t('request-number', { number: request.record.seq })}</Badge>}
      />
      <Panel>
        <RequestNote onDone={goBack} />
      </Panel>
    </Page>
  )
}

/** The same on a sheet, whose head says already what was asked for. */
export function RequestNote({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('cash')
  return (
    <Stack>
      <div role="status">{t('request-sent-text')}</div>
      <PrimaryAction shortcut="enter" onAct={onDone} autoFocus>
        {t('back')}
      </PrimaryAction>
    </Stack>
  )
}
