import {
  type Icon,
  IconAdjustmentsHorizontal,
  IconArrowsExchange,
  IconBinaryTree2,
  IconBook2,
  IconBuildingBank,
  IconBuildingCommunity,
  IconCalendarCheck,
  IconCalendarOff,
  IconCashBanknote,
  IconChartHistogram,
  IconChecklist,
  IconCloudUp,
  IconCurrencyDollar,
  IconEye,
  IconListDetails,
  IconLockSquare,
  IconPackage,
  IconPencilPlus,
  IconRepeat,
  IconRubberStamp,
  IconScale,
  IconSearch,
  IconShieldCheck,
  IconSun,
  IconTableImport,
  IconTruckDelivery,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Permission } from '../../core/authority/roles.ts'
import { loanActs, type Route, type Task } from '../routes.ts'

/** A place that the rail and the palette lead to. */
export interface Place {
  readonly name: PlaceName
  readonly route: Route
  readonly icon: Icon
  /** Also lit while one of these is shown. */
  readonly also?: readonly Task[]
  readonly permission?: Permission
}

type PlaceName =
  | 'place-my-day'
  | 'place-search'
  | 'place-drawer'
  | 'place-vault'
  | 'place-cash'
  | 'place-exchange'
  | 'place-rates'
  | 'place-business-day'
  | 'place-approvals'
  | 'place-journal'
  | 'place-audit'
  | 'place-sampling'
  | 'place-audit-trail'
  | 'place-portfolio'
  | 'place-statements'
  | 'place-ledger'
  | 'place-chart'
  | 'place-post-journal'
  | 'place-recurring'
  | 'place-import'
  | 'place-collection'
  | 'place-periods'
  | 'place-products'
  | 'place-sync'
  | 'place-branches'
  | 'place-calendar'
  | 'place-staff'
  | 'place-settings'

/** In the order of a working day; the last ones are about the installation. */
export const places: readonly Place[] = [
  { name: 'place-my-day', route: { task: 'my-day' }, icon: IconSun, also: ['loans'] },
  {
    name: 'place-search',
    route: { task: 'search', purpose: 'open' },
    icon: IconSearch,
    also: [
      'client',
      'edit-client',
      'client-groups',
      'group',
      'account',
      'deposit',
      'withdraw',
      'savings-transfer',
      'hold',
      'standing-instruction',
      'holders',
      'register-client',
      'new-loan',
      'amend-loan',
      'loan-application',
      'loan',
      ...loanActs,
    ],
  },
  { name: 'place-drawer', route: { task: 'drawer' }, icon: IconCashBanknote, permission: 'drawer' },
  { name: 'place-vault', route: { task: 'vault' }, icon: IconBuildingBank, permission: 'vault' },
  {
    name: 'place-cash',
    route: { task: 'cash' },
    icon: IconTruckDelivery,
    also: ['send-cash', 'transfer', 'bank-accounts', 'cash-limits'],
    permission: 'drawer',
  },
  {
    name: 'place-collection',
    route: { task: 'collection' },
    icon: IconUsersGroup,
    also: ['collect-group'],
    permission: 'drawer',
  },
  { name: 'place-exchange', route: { task: 'exchange' }, icon: IconArrowsExchange, permission: 'cash-out' },
  {
    name: 'place-rates',
    route: { task: 'rates' },
    icon: IconCurrencyDollar,
    also: ['revalue'],
    permission: 'read',
  },
  { name: 'place-business-day', route: { task: 'business-day' }, icon: IconCalendarCheck, permission: 'day' },
  { name: 'place-approvals', route: { task: 'approvals' }, icon: IconRubberStamp },
  { name: 'place-journal', route: { task: 'journal' }, icon: IconBook2, also: ['record', 'reverse'] },
  {
    name: 'place-portfolio',
    route: { task: 'portfolio' },
    icon: IconChartHistogram,
    also: ['portfolio-loans', 'provision'],
    permission: 'read',
  },
  { name: 'place-statements', route: { task: 'statements' }, icon: IconScale, permission: 'audit' },
  { name: 'place-ledger', route: { task: 'ledger' }, icon: IconListDetails, permission: 'audit' },
  { name: 'place-audit', route: { task: 'audit' }, icon: IconShieldCheck, permission: 'audit' },
  {
    name: 'place-sampling',
    route: { task: 'sampling' },
    icon: IconChecklist,
    also: ['working-paper'],
    permission: 'audit',
  },
  { name: 'place-audit-trail', route: { task: 'audit-trail' }, icon: IconEye, permission: 'audit' },
  { name: 'place-chart', route: { task: 'chart' }, icon: IconBinaryTree2, permission: 'chart' },
  { name: 'place-post-journal', route: { task: 'post-journal' }, icon: IconPencilPlus, permission: 'journal' },
  {
    name: 'place-recurring',
    route: { task: 'recurring-journals' },
    icon: IconRepeat,
    also: ['new-recurring-journal'],
    permission: 'journal',
  },
  {
    name: 'place-periods',
    route: { task: 'periods' },
    icon: IconLockSquare,
    also: ['period-step'],
    permission: 'period',
  },
  {
    name: 'place-products',
    route: { task: 'products' },
    icon: IconPackage,
    also: ['product', 'new-product', 'next-version'],
    permission: 'product',
  },
  { name: 'place-import', route: { task: 'import' }, icon: IconTableImport, permission: 'journal' },
  { name: 'place-sync', route: { task: 'sync' }, icon: IconCloudUp },
  { name: 'place-calendar', route: { task: 'calendar' }, icon: IconCalendarOff, permission: 'read' },
  { name: 'place-branches', route: { task: 'branches' }, icon: IconBuildingCommunity, permission: 'branch' },
  { name: 'place-staff', route: { task: 'staff' }, icon: IconUsers, permission: 'staff' },
  { name: 'place-settings', route: { task: 'settings' }, icon: IconAdjustmentsHorizontal },
]

/** Only what the signed-in person may use. */
export const placesFor = (permissions: readonly Permission[]): readonly Place[] =>
  places.filter(({ permission }) => permission === undefined || permissions.includes(permission))

export const isPlaceOf = ({ route, also }: Place, task: Task): boolean =>
  route.task === task || (also?.includes(task) ?? false)
