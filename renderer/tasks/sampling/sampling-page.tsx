import { useTranslation } from 'react-i18next'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DrawSample } from './draw-sample.tsx'
import { PaperList } from './paper-list.tsx'

/** The auditor's working papers, and the form that draws another. */
export function SamplingPage() {
  const { t } = useTranslation('audit')
  return (
    <Page>
      <PageHeader title={t('sampling')} subtitle={t('sampling-hint')} />
      <Columns>
        <Stack>
          <DrawSample />
        </Stack>
        <Stack>
          <PaperList />
        </Stack>
      </Columns>
    </Page>
  )
}
