import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../lib/session.ts'
import { useFinding } from '../lib/use-finding.ts'
import type { Route } from '../routes.ts'
import { Money } from '../ui/money.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import classes from './command-palette.module.css'
import { actionEntries, hitEntry, matching, type PaletteEntry } from './palette-entries.ts'

interface CommandPaletteProps {
  readonly route: Route
  readonly onClose: () => void
}

/** Ctrl K: finds people, accounts, and everything that can be done, in one list under one field. */
export function CommandPalette({ route, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('frame')
  useReturnFocus()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const permissions = useSession().answer?.signedIn?.permissions ?? []
  const { hits } = useFinding(text)
  const entries = [...matching(actionEntries(t, permissions, route), text.trim()), ...hits.map(hitEntry)]
  const ordered =
    text.trim() === '' ? entries : [...entries.filter(({ hit }) => hit), ...entries.filter(({ hit }) => !hit)]
  const chosen = Math.min(active, Math.max(ordered.length - 1, 0))

  function choose(entry: PaletteEntry | undefined): void {
    if (!entry) return
    onClose()
    entry.act()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') choose(ordered[chosen])
    else if (step !== 0) setActive((chosen + step + ordered.length) % Math.max(ordered.length, 1))
    else return
    event.preventDefault()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="9vh"
      aria-label={t('search-or-do')}
    >
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={ordered.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-label={t('search-or-do')}
          placeholder={t('search-placeholder')}
          dir="auto"
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Shortcut keys="escape" />
      </div>
      <div className={classes.list} id={listId} role="listbox" aria-label={t('found')}>
        {ordered.map((entry, index) => (
          <Entry
            key={entry.id}
            entry={entry}
            id={`${listId}-${index}`}
            isActive={index === chosen}
            onChoose={() => choose(entry)}
          />
        ))}
        {ordered.length === 0 && (
          <div className={classes.none}>
            <div>{t('found-nothing')}</div>
            <small>{t('found-nothing-hint')}</small>
          </div>
        )}
      </div>
    </Modal>
  )
}

interface EntryProps {
  readonly entry: PaletteEntry
  readonly id: string
  readonly isActive: boolean
  readonly onChoose: () => void
}

function Entry({ entry, id, isActive, onChoose }: EntryProps) {
  const { icon: EntryIcon, hit } = entry
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys for its list
    <div
      className={classes.entry}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      ref={element => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={onChoose}
    >
      <EntryIcon size={17} stroke={1.6} className={classes.icon} aria-hidden />
      <span className={classes.words}>
        <span className={classes.label} dir="auto">
          {entry.label}
        </span>
        {entry.detail && <span className={classes.detail}>{entry.detail}</span>}
      </span>
      {hit?.balanceMinor !== undefined && hit.currency && (
        <Money amountMinor={hit.balanceMinor} currency={hit.currency} />
      )}
      {entry.shortcut && <Shortcut keys={entry.shortcut} />}
    </div>
  )
}
