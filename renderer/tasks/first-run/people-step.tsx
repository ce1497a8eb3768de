import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles } from '../../../core/authority/roles.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './first-run.module.css'
import { newPerson, type PersonForm } from './founding-form.ts'
import type { StepProps } from './institution-step.tsx'

const peopleMax = 20

/** Who begins: at least one who manages. Each has a code to sign in with and a passphrase of their own. */
export function PeopleStep({ form: { people }, onChange }: StepProps) {
  const { t } = useTranslation('frame')
  const change = (person: PersonForm): void =>
    onChange({ people: people.map(other => (other.id === person.id ? person : other)) })
  const [begunWith] = useState(people.length)
  const nextId = Math.max(...people.map(({ id }) => id)) + 1
  return (
    <Stack>
      <p className={classes.note}>{t('people-about')}</p>
      <div className={classes.people}>
        {people.map((person, index) => (
          <PersonRow
            key={person.id}
            person={person}
            isFirst={index === 0}
            isNew={index === 0 || person.id > begunWith}
            isTaken={people.some(other => other.id !== person.id && other.code !== '' && other.code === person.code)}
            onChange={change}
            onRemove={() => onChange({ people: people.filter(({ id }) => id !== person.id) })}
          />
        ))}
      </div>
      {people.length < peopleMax && (
        <div>
          <QuietAction
            icon={<IconPlus size={16} aria-hidden />}
            onAct={() => onChange({ people: [...people, newPerson(nextId, 'officer')] })}
          >
            {t('people-another')}
          </QuietAction>
        </div>
      )}
    </Stack>
  )
}

interface PersonRowProps {
  readonly person: PersonForm
  readonly isFirst: boolean
  /** The first person, or one just added: typing begins there. */
  readonly isNew: boolean
  readonly isTaken: boolean
  readonly onChange: (person: PersonForm) => void
  readonly onRemove: () => void
}

function PersonRow({ person, isFirst, isNew, isTaken, onChange, onRemove }: PersonRowProps) {
  const { t } = useTranslation('frame')
  const isShort = person.passphrase !== '' && person.passphrase.length < passphraseMin
  return (
    <div className={classes.person}>
      <TextField
        label={t('column-name')}
        text={person.name}
        onText={name => onChange({ ...person, name })}
        maxLength={80}
        autoFocus={isNew}
      />
      <TextField
        label={t('staff-code')}
        text={person.code}
        onText={code => onChange({ ...person, code: code.toUpperCase().replace(/[^A-Z0-9]/g, '') })}
        maxLength={12}
        dir="ltr"
        error={isTaken && t('staff-code-repeated')}
      />
      <SelectField
        label={t('role')}
        value={person.role}
        options={roles.map(role => ({ value: role, label: t(`role-${role}`) }))}
        onValue={role => onChange({ ...person, role })}
      />
      <TextField
        label={t('passphrase')}
        text={person.passphrase}
        onText={passphrase => onChange({ ...person, passphrase })}
        secret
        placeholder={t('passphrase-hint')}
        error={isShort && t('passphrase-hint')}
      />
      <ActionIcon
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        size={36}
        disabled={isFirst}
        onClick={onRemove}
        aria-label={t('people-remove', { name: person.name })}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
