import { useTranslation } from 'react-i18next'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ClosedMonths } from './closed-months.tsx'
import { FiscalYears } from './fiscal-years.tsx'
import { LateRecords } from './late-records.tsx'
import { NextMonth } from './next-month.tsx'

/** The month to close with all that stands against it, the months that are closed, and the years. */
export function PeriodsPage() {
  const { t } = useTranslation('ledger')
  const { answer, refusal } = useAnswer({ type: 'periods' })
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!answer) return null
  return (
    <Page>
      <PageHeader title={t('periods-title')} subtitle={t('periods-about')} />
      <Columns lead>
        <Stack>
          <NextMonth />
          <LateRecords />
        </Stack>
        <Stack>
          <FiscalYears years={answer.years} />
          <ClosedMonths closed={answer.closed} />
        </Stack>
      </Columns>
    </Page>
  )
}
