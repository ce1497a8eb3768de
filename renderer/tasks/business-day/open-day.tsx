import { Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import classes from '../../counter/form-sheet.module.css'
import { Refused } from '../../counter/refused.tsx'
import { SecondPerson } from '../../counter/second-person.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { formatDay } from '../../lib/format-date.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CloseOfBusiness } from './close-of-business.tsx'

const proposedDate = (lastClosed: BusinessDate | undefined, today: BusinessDate): BusinessDate =>
  lastClosed !== undefined && lastClosed >= today ? addDays(lastClosed, 1) : today

/** Opens the business day on a date that the person confirms. */
export function OpenDay({ day: { lastClosedDate } }: { readonly day: MyDayAnswer }) {
  const { t, i18n } = useTranslation('cash')
  const [text, setText] = useState(() => typedDate(proposedDate(lastClosedDate, wallDate()), i18n.language))
  const date = useTypedDate(text)
  // A day that has just been closed: the Enter that may still follow must not open tomorrow.
  const isTodayClosed = lastClosedDate !== undefined && lastClosedDate >= wallDate()
  const { key } = useOperationKey()
  const operation = useOperation<'day.open'>(date && { type: 'day.open', key, date }, { key })
  const isFar = operation.refusal?.type === 'second-person-needed'
  async function open(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await operation.post()) goTo({ task: 'my-day' })
  }
  return (
    <Page narrow>
      {isTodayClosed ? (
        <PageHeader
          title={t('day-is-closed')}
          subtitle={formatDay(lastClosedDate, i18n.language)}
          marks={<Badge tone="right">{t('recorded-other')}</Badge>}
        />
      ) : (
        <PageHeader
          title={t('open-day')}
          subtitle={
            lastClosedDate ? t('last-closed', { date: formatDay(lastClosedDate, i18n.language) }) : t('first-day')
          }
        />
      )}
      <form onSubmit={event => void open(event)}>
        <Panel flush {...(isTodayClosed ? { title: t('open-day') } : {})}>
          <div className={classes.body}>
            <Stack>
              <DateField
                label={t('business-date')}
                hint={t('business-date-hint')}
                text={text}
                onText={setText}
                autoFocus={!isTodayClosed}
              />
              {isFar ? <Text>{t('day-is-far')}</Text> : operation.refusal && <Refused refusal={operation.refusal} />}
              {isFar && (
                <SecondPerson
                  operation={operation}
                  approvable={undefined}
                  summary={date && formatDay(date, i18n.language)}
                  takesFocus={false}
                  onRequested={operation.noteRequest}
                />
              )}
            </Stack>
          </div>
          <ConfirmBar
            summary={date && formatDay(date, i18n.language)}
            confirmLabel={t('open-day-confirm')}
            isBusy={operation.run.isBusy}
            disabled={operation.isBlocked}
          />
        </Panel>
      </form>
      <CloseOfBusiness />
    </Page>
  )
}
