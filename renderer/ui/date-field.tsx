import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../core/calendar/business-date.ts'
import { westernDigits } from '../../core/customers/fold-text.ts'
import { formatDay } from '../lib/format-date.ts'
import { isolate, isolateLtr } from '../lib/isolate.ts'
import { datePattern, readDate, steppedDate } from '../lib/read-date.ts'
import type { FieldProps } from './text-field.tsx'

interface DateFieldProps extends FieldProps {
  /** The text as typed; the screen keeps it, so that a draft survives. */
  readonly text: string
  readonly onText: (text: string) => void
}

/** The date that the text means in the person's locale, or nothing while it is empty or no date. */
export function useTypedDate(text: string): BusinessDate | undefined {
  const { i18n } = useTranslation()
  return readDate(text, i18n.language)
}

/** A date typed in the locale's order, with or without separators. Arrow up and down go a day on and back. */
export function DateField({ text, onText, hint, error, autoFocus, required = false, ...rest }: DateFieldProps) {
  const { t, i18n } = useTranslation('frame')
  const locale = i18n.language
  const date = readDate(text, locale)
  const pattern = datePattern(locale, {
    day: isolate(t('date-day-letters')),
    month: isolate(t('date-month-letters')),
    year: isolate(t('date-year-letters')),
  })
  const isWrong = text.trim() !== '' && date === undefined
  return (
    <TextInput
      value={text}
      description={hint}
      placeholder={pattern}
      inputMode="numeric"
      autoComplete="off"
      attributes={{ input: { dir: 'ltr' } }}
      withAsterisk={required}
      error={
        error ?? (isWrong && isLongEnough(text) ? t('date-unreadable', { pattern: isolateLtr(pattern) }) : undefined)
      }
      rightSection={date && <span aria-live="polite">{formatDay(date, locale)}</span>}
      rightSectionWidth={140}
      rightSectionProps={{
        style: { fontSize: 12, color: 'var(--ink-soft)', justifyContent: 'flex-end', paddingInlineEnd: 10 },
      }}
      onChange={event => onText(event.currentTarget.value)}
      onKeyDown={event => {
        const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        const stepped = days === 0 ? undefined : steppedDate(text, days, locale)
        if (stepped === undefined) return
        event.preventDefault()
        onText(stepped)
      }}
      {...(autoFocus ? { autoFocus: true, 'data-autofocus': true } : {})}
      {...rest}
    />
  )
}

/** While the first digits are typed nothing is wrong yet. */
const isLongEnough = (text: string): boolean => westernDigits(text).replace(/\D/g, '').length >= 8
