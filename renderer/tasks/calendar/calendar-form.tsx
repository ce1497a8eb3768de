import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holiday, WorkingCalendar } from '../../../core/institution/working-calendar.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'
import { isSameCalendar, repeatedAYearLater, withHoliday, withoutHoliday } from './edited-calendar.ts'
import { HolidayDialog } from './holiday-dialog.tsx'

/** The calendar under the hand of head office: what is changed counts from when it is saved, as a whole. Rule: P12. */
export function CalendarForm({ calendar }: { readonly calendar: WorkingCalendar }) {
  const { t } = useTranslation('calendar')
  const { values, key, isReady, change, discard } = useDraft('calendar', calendar)
  const set = useCommand<'calendar.set'>()
  const [edited, setEdited] = useState<Holiday | 'new' | null>(null)
  const { restDays, holidays } = values
  const isChanged = !isSameCalendar(values, calendar)
  const edit = (part: Partial<WorkingCalendar>): void => {
    set.forget()
    change(part)
  }
  async function save(): Promise<void> {
    const result = await set.run({ type: 'calendar.set', key, restDays, holidays })
    if (result.ok) discard()
  }
  if (!isReady) return null
  return (
    <Page>
      <PageHeader
        title={t('title')}
        subtitle={t('about')}
        actions={
          <>
            {holidays.length > 0 && (
              <Action shortcut="alt+y" onAct={() => edit({ holidays: repeatedAYearLater(holidays) })}>
                {t('repeat')}
              </Action>
            )}
            <PrimaryAction shortcut="alt+n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setEdited('new')}>
              {t('add')}
            </PrimaryAction>
          </>
        }
      />
      {set.refusal && <RefusalNote refusal={set.refusal} />}
      <CalendarSheet calendar={values} onRestDays={days => edit({ restDays: days })} onHoliday={setEdited} />
      <ConfirmBar
        summary={<span role="status">{isChanged ? t('not-saved') : set.state === 'done' && t('saved')}</span>}
        confirmLabel={t('save')}
        onConfirm={() => void save()}
        {...(isChanged ? { onCancel: discard, cancelLabel: t('discard') } : {})}
        shortcut="mod+enter"
        isBusy={set.isBusy}
        disabled={!isChanged}
      />
      {edited && (
        <HolidayDialog
          {...(edited === 'new' ? {} : { holiday: edited })}
          holidays={holidays}
          onSay={said => edit({ holidays: withHoliday(holidays, said, edited === 'new' ? undefined : edited.on) })}
          onRemove={on => edit({ holidays: withoutHoliday(holidays, on) })}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  )
}
