import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditKind, auditKinds } from '../../../core/audit/audit-kind.ts'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import type { QueryInput } from '../../../core/query/query.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './audit-filter.module.css'
import { kindWord } from './audit-words.ts'

export type AuditQuery = Omit<Extract<QueryInput, { type: 'audit-trail' }>, 'type' | 'before' | 'limit'>

/** The beginning of a day as the wall clock here has it. */
const startOf = (date: BusinessDate): string => new Date(`${date}T00:00:00`).toISOString()

export interface AuditFilterState {
  readonly query: AuditQuery
  readonly fields: FilterFieldsProps
}

interface FilterFieldsProps {
  readonly texts: FilterTexts
  readonly change: (texts: Partial<FilterTexts>) => void
}

interface FilterTexts {
  readonly about: string
  readonly kind: AuditKind | ''
  readonly staffId: string
  readonly from: string
  readonly to: string
}

/** What the person looks for; both days of the period belong to it. */
export function useAuditFilter(): AuditFilterState {
  const [texts, setTexts] = useState<FilterTexts>({ about: '', kind: '', staffId: '', from: '', to: '' })
  const from = useTypedDate(texts.from)
  const to = useTypedDate(texts.to)
  const { about, kind, staffId } = texts
  return {
    query: {
      ...(about.trim() ? { about: about.trim() } : {}),
      ...(kind ? { kind } : {}),
      ...(staffId ? { staffId } : {}),
      ...(from ? { from: startOf(from) } : {}),
      ...(to ? { to: startOf(addDays(to, 1)) } : {}),
    },
    fields: { texts, change: changed => setTexts(before => ({ ...before, ...changed })) },
  }
}

export function AuditFilter({ texts, change }: FilterFieldsProps) {
  const { t } = useTranslation(['audit', 'refusals'])
  const staff = useAnswer({ type: 'staff' }).answer ?? []
  const [field, setField] = useState<HTMLInputElement | null>(null)
  useShortcut('f', () => field?.focus())
  return (
    <search className={classes.filter}>
      <TextField
        label={t('about')}
        text={texts.about}
        onText={about => change({ about })}
        icon={<IconSearch size={15} />}
        placeholder={t('about-hint')}
        inputRef={setField}
      />
      <SelectField
        label={t('kind')}
        value={texts.kind}
        onValue={kind => change({ kind })}
        options={[
          { value: '', label: t('anything') },
          ...auditKinds.map(value => ({ value, label: kindWord(t, value) })),
        ]}
      />
      <SelectField
        label={t('person')}
        value={texts.staffId}
        onValue={staffId => change({ staffId })}
        options={[
          { value: '', label: t('anybody') },
          ...staff.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
      />
      <DateField label={t('from')} text={texts.from} onText={from => change({ from })} />
      <DateField label={t('to')} text={texts.to} onText={to => change({ to })} />
    </search>
  )
}
