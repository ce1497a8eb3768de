import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { Holiday } from '../../../core/institution/working-calendar.ts'
import { typedDate } from '../../lib/read-date.ts'
import { Action, PrimaryAction, QuietAction } from '../../ui/action.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface HolidayDialogProps {
  /** The one that is changed; a new one where it is left out. */
  readonly holiday?: Holiday
  /** Those that there are. */
  readonly holidays: readonly Holiday[]
  readonly onSay: (holiday: Holiday) => void
  readonly onRemove: (on: BusinessDate) => void
  readonly onClose: () => void
}

/** A single day on which nobody works, and what it is called. */
export function HolidayDialog({ holiday, holidays, onSay, onRemove, onClose }: HolidayDialogProps) {
  const { t, i18n } = useTranslation('calendar')
  const [dayText, setDayText] = useState(() => (holiday ? typedDate(holiday.on, i18n.language) : ''))
  const [name, setName] = useState(holiday?.name ?? '')
  const on = useTypedDate(dayText)
  const isTaken = on !== undefined && on !== holiday?.on && holidays.some(one => one.on === on)
  const title = t(holiday ? 'change' : 'add')
  function submit(): void {
    if (!on || isTaken || name.trim() === '') return
    onSay({ on, name: name.trim() })
    onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <>
          {holiday && (
            <QuietAction
              onAct={() => {
                onRemove(holiday.on)
                onClose()
              }}
            >
              {t('remove')}
            </QuietAction>
          )}
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" disabled={!on || isTaken || name.trim() === ''}>
            {title}
          </PrimaryAction>
        </>
      }
    >
      <DateField
        label={t('day')}
        text={dayText}
        onText={setDayText}
        error={isTaken ? t('day-taken') : undefined}
        required
        autoFocus
      />
      <TextField label={t('name')} text={name} onText={setName} maxLength={80} required />
    </Dialog>
  )
}
