import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconKeyboard, IconLock, IconLogout, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../lib/format-date.ts'
import { lock, type OpenSession, signOut } from '../lib/session.ts'
import { shortcuts, useShortcut } from '../lib/shortcuts.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { goTo, hashOf } from '../routes.ts'
import { Money } from '../ui/money.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { SyncBadge } from './sync-badge.tsx'
import classes from './top-bar.module.css'

interface TopBarProps {
  readonly session: OpenSession
  readonly onSearch: () => void
  readonly onHelp: () => void
}

/** Where we are, which day it is in the books, what lies in the drawer, what is unsent, and who sits here. */
export function TopBar({ session, onSearch, onHelp }: TopBarProps) {
  const { t, i18n } = useTranslation('frame')
  const { institution, branch, businessDate } = session
  return (
    <header className={classes.bar}>
      <div className={classes.place}>
        <span className={classes.branch}>{branch.name}</span>
        <span className={classes.institution}>{institution.name}</span>
      </div>
      <button type="button" className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={15} stroke={1.75} aria-hidden />
        <span>{t('search-or-do')}</span>
        <Shortcut keys="mod+k" />
      </button>
      <a className={classes.fact} href={hashOf({ task: 'business-day' })} data-missing={!businessDate || undefined}>
        <span className={classes.label}>{t('business-date')}</span>
        <span className={classes.value}>{businessDate ? formatDay(businessDate, i18n.language) : t('day-closed')}</span>
      </a>
      <DrawerFact />
      <SyncBadge />
      <PersonMenu session={session} onHelp={onHelp} />
    </header>
  )
}

function DrawerFact() {
  const { t } = useTranslation('frame')
  const drawer = useAnswer({ type: 'drawer' }).answer
  const isOpen = drawer?.status === 'open'
  return (
    <a className={classes.fact} href={hashOf({ task: 'drawer' })} data-drawer>
      <span className={classes.label}>{t('drawer')}</span>
      <span className={classes.value}>
        {isOpen ? <Money amountMinor={drawer.expectedMinor} currency={drawer.currency} /> : t('drawer-closed')}
      </span>
    </a>
  )
}

function PersonMenu({ session: { signedIn }, onHelp }: Pick<TopBarProps, 'session' | 'onHelp'>) {
  const { t } = useTranslation('frame')
  useShortcut(shortcuts.lock, () => void lock())
  return (
    <div className={classes.person}>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className={classes.who}>
            <span className={classes.names}>
              <span className={classes.value} dir="auto">
                {signedIn.name}
              </span>
              <span className={classes.label}>{t(`role-${signedIn.role}`)}</span>
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => goTo({ task: 'settings' })}>{t('place-settings')}</Menu.Item>
          <Menu.Item
            leftSection={<IconKeyboard size={16} aria-hidden />}
            rightSection={<Shortcut keys="shift+slash" />}
            onClick={onHelp}
          >
            {t('keyboard')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {t('sign-out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        className={classes.lock}
        onClick={() => void lock()}
        title={`${t('lock')} (Ctrl L)`}
        aria-label={t('lock')}
      >
        <IconLock size={17} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}
