import {
  type Icon,
  IconArrowBarDown,
  IconArrowBarUp,
  IconArrowsExchange,
  IconLock,
  IconRefresh,
  IconRepeat,
  IconReportMoney,
  IconUser,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
  IconWallet,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { Permission } from '../../core/authority/roles.ts'
import type { SearchHit } from '../../core/query/client-answers.ts'
import { execute } from '../lib/branch.ts'
import { hitDetail, hitKey, hitPlace } from '../lib/hit-detail.ts'
import { isolateLtr } from '../lib/isolate.ts'
import { lock } from '../lib/session.ts'
import { shortcuts } from '../lib/shortcuts.ts'
import { goTo, type Route } from '../routes.ts'
import { placesFor } from './places.ts'
import { accountAt, counterRoute, newLoanRoute } from './use-counter-keys.ts'

/** One thing that the palette can do or open. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon: Icon
  readonly shortcut?: string
  readonly hit?: SearchHit
  readonly act: () => void
}

type Act = PaletteEntry & { readonly permission?: Permission }

/** What can be done with the account in sight; nothing where there is none. */
function accountActs(t: TFunction<'frame'>, from: Route): readonly Act[] {
  const accountId = accountAt(from)
  if (!accountId) return []
  return [
    {
      id: 'hold',
      label: t('counter-hold'),
      icon: IconWallet,
      permission: 'hold',
      act: () => goTo({ task: 'hold', accountId }),
    },
    {
      id: 'standing-instruction',
      label: t('counter-standing-instruction'),
      icon: IconRepeat,
      permission: 'cash-out',
      act: () => goTo({ task: 'standing-instruction', accountId }),
    },
    {
      id: 'holders',
      label: t('counter-holders'),
      icon: IconUsers,
      permission: 'open-account',
      act: () => goTo({ task: 'holders', accountId }),
    },
  ]
}

const counterActs = (t: TFunction<'frame'>, from: Route): readonly Act[] => [
  {
    id: 'deposit',
    label: t('counter-deposit'),
    icon: IconArrowBarDown,
    shortcut: shortcuts.deposit,
    permission: 'cash-in',
    act: () => goTo(counterRoute('deposit', from)),
  },
  {
    id: 'withdraw',
    label: t('counter-withdraw'),
    icon: IconArrowBarUp,
    shortcut: shortcuts.withdraw,
    permission: 'cash-out',
    act: () => goTo(counterRoute('withdraw', from)),
  },
  {
    id: 'transfer',
    label: t('counter-transfer'),
    icon: IconArrowsExchange,
    shortcut: shortcuts.transfer,
    permission: 'cash-out',
    act: () => goTo(counterRoute('savings-transfer', from)),
  },
  ...accountActs(t, from),
  {
    id: 'new-loan',
    label: t('counter-new-loan'),
    icon: IconReportMoney,
    shortcut: shortcuts.newLoan,
    permission: 'open-account',
    act: () => goTo(newLoanRoute(from)),
  },
  {
    id: 'new-client',
    label: t('counter-new-client'),
    icon: IconUserPlus,
    shortcut: shortcuts.newClient,
    permission: 'register-client',
    act: () => goTo({ task: 'register-client' }),
  },
  { id: 'send', label: t('send-now'), icon: IconRefresh, act: () => void execute({ type: 'sync.now' }) },
  { id: 'lock', label: t('lock'), icon: IconLock, shortcut: shortcuts.lock, act: () => void lock() },
]

/** Everything that can be done from here, whatever is typed. */
export function actionEntries(
  t: TFunction<'frame'>,
  permissions: readonly Permission[],
  from: Route,
): readonly PaletteEntry[] {
  const acts = counterActs(t, from).filter(({ permission }) => !permission || permissions.includes(permission))
  const ways = placesFor(permissions).map(({ name, route, icon }) => ({
    id: name,
    label: t(name),
    icon,
    ...keyOf(route.task),
    act: () => goTo(route),
  }))
  return [...acts, ...ways]
}

function keyOf(task: Route['task']): { readonly shortcut?: string } {
  if (task === 'drawer') return { shortcut: shortcuts.drawer }
  return task === 'exchange' ? { shortcut: shortcuts.exchange } : {}
}

const isLike = (label: string, text: string): boolean => label.toLocaleLowerCase().includes(text.toLocaleLowerCase())

export const matching = (entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] =>
  text === '' ? entries : entries.filter(({ label }) => isLike(label, text))

const hitIcons = { client: IconUser, account: IconWallet, loan: IconReportMoney, group: IconUsersGroup } as const

export const hitEntry = (hit: SearchHit): PaletteEntry => ({
  id: hitKey(hit),
  label: hit.name,
  detail: `${isolateLtr(hit.number)} · ${hitDetail(hit)}`,
  icon: hitIcons[hit.kind],
  hit,
  act: () => goTo(hitPlace(hit)),
})
