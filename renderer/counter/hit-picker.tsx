import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientHit } from '../../core/query/client-answers.ts'
import { isOfClient } from '../lib/hit-detail.ts'
import { useFinding } from '../lib/use-finding.ts'
import classes from './hit-picker.module.css'

/** A person or an account to choose, as it stands in the list. */
export interface Choice {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly detail: string
}

interface HitPickerProps {
  readonly label: string
  readonly hint?: string
  readonly kind: ClientHit['kind']
  /** Offered while nothing is typed: what is meant most often. */
  readonly suggested?: readonly Choice[]
  /** What cannot be meant. */
  readonly except: readonly string[]
  readonly onPick: (id: string) => void
  readonly autoFocus?: boolean
}

const shownMax = 6

const choiceOf = ({ clientId, accountId, name, number, detail }: ClientHit): Choice => ({
  id: accountId ?? clientId,
  name,
  number,
  detail,
})

/** Finds a person or an account as one types: arrows go through what was found, Enter takes it. */
export function HitPicker({ label, hint, kind, suggested = [], except, onPick, autoFocus = false }: HitPickerProps) {
  const { t } = useTranslation('savings')
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { hits } = useFinding(text)
  const found =
    text.trim() === ''
      ? suggested
      : hits
          .filter(isOfClient)
          .filter(hit => hit.kind === kind)
          .map(choiceOf)
  const choices = found.filter(({ id }) => !except.includes(id)).slice(0, shownMax)
  const chosen = choices[Math.min(active, choices.length - 1)]
  function pick({ id }: Choice): void {
    setText('')
    setActive(0)
    onPick(id)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 && !(event.key === 'Enter' && chosen)) return
    event.preventDefault()
    event.stopPropagation()
    if (step === 0 && chosen) pick(chosen)
    else setActive(Math.max(0, Math.min(active + step, choices.length - 1)))
  }
  return (
    <div>
      <TextInput
        label={label}
        description={hint}
        value={text}
        placeholder={t('pick-placeholder')}
        leftSection={<IconSearch size={15} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        onChange={event => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        {...(autoFocus ? { autoFocus: true, 'data-autofocus': true } : {})}
      />
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {choices.map(choice => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys; a finger or a mouse takes it here
          <div
            key={choice.id}
            id={`${listId}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={classes.choice}
            onClick={() => pick(choice)}
          >
            <bdi className={classes.name}>{choice.name}</bdi>
            <bdi className={classes.detail}>{choice.detail}</bdi>
            <bdi className={classes.detail}>{choice.number}</bdi>
          </div>
        ))}
      </div>
    </div>
  )
}
