import { useTranslation } from 'react-i18next'
import { useOpenSession, usePermission } from '../../lib/session.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { IdlePanel } from './idle-panel.tsx'
import { LookPanel } from './look-panel.tsx'
import { PassphrasePanel } from './passphrase-panel.tsx'
import { PrinterPanel } from './printer-panel.tsx'
import { RecoveryPanel } from './recovery-panel.tsx'

/** What belongs to this computer and to the person at it; nothing here touches the books. */
export function SettingsPage() {
  const { t } = useTranslation('frame')
  const session = useOpenSession()
  const managesStaff = usePermission('staff')
  const mayRenew = managesStaff || session?.keepsRecoveryCode === true
  return (
    <Page>
      <PageHeader
        title={t('place-settings')}
        subtitle={session && t('settings-about', { device: session.device.code })}
      />
      <Columns>
        <Stack>
          <LookPanel />
          <IdlePanel />
        </Stack>
        <Stack>
          <PrinterPanel />
          <PassphrasePanel />
          {mayRenew && <RecoveryPanel />}
        </Stack>
      </Columns>
    </Page>
  )
}
