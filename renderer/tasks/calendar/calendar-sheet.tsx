import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { restDaysMax } from '../../../core/calendar/working-days.ts'
import type { Holiday, WorkingCalendar } from '../../../core/institution/working-calendar.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './calendar.module.css'
import { withRestDay } from './edited-calendar.ts'

interface CalendarSheetProps {
  readonly calendar: WorkingCalendar
  /** Without it, it is only read. */
  readonly onRestDays?: (restDays: RestDays) => void
  readonly onHoliday?: (holiday: Holiday) => void
}

/** The days of every week, and the single days with their names. */
export function CalendarSheet({ calendar: { restDays, holidays }, onRestDays, onHoliday }: CalendarSheetProps) {
  const { t } = useTranslation('calendar')
  const columns = useColumns()
  return (
    <>
      <Panel title={t('every-week')}>
        {onRestDays ? <WeekMarks restDays={restDays} onRestDays={onRestDays} /> : <WeekRead restDays={restDays} />}
      </Panel>
      <Panel title={t('holidays')} flush>
        <DataGrid
          label={t('holidays')}
          columns={columns}
          rows={holidays}
          rowKey={({ on }) => on}
          {...(onHoliday ? { onOpen: onHoliday } : {})}
          empty={<EmptyState title={t('no-holidays')} />}
          maxRows={12}
          autoFocus={!onRestDays}
        />
      </Panel>
    </>
  )
}

type RestDays = WorkingCalendar['restDays']

interface WeekMarksProps {
  readonly restDays: RestDays
  readonly onRestDays: (restDays: RestDays) => void
}

function WeekMarks({ restDays, onRestDays }: WeekMarksProps) {
  const { t } = useTranslation('calendar')
  const days = useWeekdayOptions()
  return (
    <>
      <fieldset className={classes.week} aria-label={t('every-week')}>
        {days.map(({ value, label }, place) => {
          const rests = restDays.includes(value)
          return (
            <Checkbox
              key={value}
              label={label}
              checked={rests}
              autoFocus={place === 0}
              disabled={!rests && restDays.length === restDaysMax}
              onChange={event => onRestDays(withRestDay(restDays, value, event.currentTarget.checked))}
            />
          )
        })}
      </fieldset>
      <p className={classes.hint}>{t('every-week-hint')}</p>
    </>
  )
}

function WeekRead({ restDays }: { readonly restDays: RestDays }) {
  const { t, i18n } = useTranslation('calendar')
  const days = useWeekdayOptions().filter(({ value }) => restDays.includes(value))
  const named = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(days.map(({ label }) => label))
  return <p className={classes.read}>{named || t('no-rest-days')}</p>
}

function useColumns(): readonly GridColumn<Holiday>[] {
  const { t, i18n } = useTranslation('calendar')
  return useMemo(
    () => [
      {
        id: 'day',
        header: t('day'),
        width: 180,
        cell: ({ on }) => formatDay(on, i18n.language),
        sortBy: ({ on }) => on,
      },
      { id: 'name', header: t('name'), width: 180, grow: 1, cell: ({ name }) => <bdi>{name}</bdi> },
    ],
    [t, i18n.language],
  )
}
