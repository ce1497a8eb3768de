import { useTranslation } from 'react-i18next'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { CalendarForm } from './calendar-form.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'

/** When nobody works: everybody reads it, head office says it. Rule: P12. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const { answer, refusal } = useAnswer({ type: 'calendar' })
  const maySay = usePermission('branch')
  if (answer && maySay) return <CalendarForm calendar={answer} />
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('said-by-head-office')} />
      {refusal && <RefusalNote refusal={refusal} />}
      {answer && <CalendarSheet calendar={answer} />}
    </Page>
  )
}
