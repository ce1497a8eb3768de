import { useTranslation } from 'react-i18next'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CheckPanel } from './check-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import { TracePanel } from './trace-panel.tsx'

/** The auditor's desk: the books are proved, a receipt is followed to its record, and everything is taken along. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  return (
    <Page>
      <PageHeader title={t('audit')} subtitle={t('audit-hint')} />
      <Columns>
        <Stack>
          <CheckPanel />
        </Stack>
        <Stack>
          <TracePanel />
          <ExportPanel />
        </Stack>
      </Columns>
    </Page>
  )
}
