import type { ClientAnswer } from '../../core/query/client-answers.ts'
import type { Result } from '../../core/result.ts'
import { isLayerOpen } from '../lib/open-layer.ts'
import { queryClient } from '../lib/query-client.ts'
import { shortcuts, useShortcut } from '../lib/shortcuts.ts'
import { goBack, goTo, type Route } from '../routes.ts'

/** The account that the person is looking at: the page's own, or the only one of the client on the page. */
export function accountAt(route: Route): string | undefined {
  if ('accountId' in route) return route.accountId
  if (route.task !== 'client') return undefined
  const query = { type: 'client', clientId: route.clientId }
  const known = queryClient.getQueryData<Result<ClientAnswer, unknown>>(['client', query])
  const active = known?.ok
    ? known.value.accounts.filter(account => account.status === 'active' || account.status === 'inactive')
    : []
  return active.length === 1 ? active[0]?.accountId : undefined
}

/** Where a counter task begins: at the account in sight, or by finding one. */
export function counterRoute(task: 'deposit' | 'withdraw' | 'savings-transfer', from: Route): Route {
  const accountId = accountAt(from)
  return accountId ? { task, accountId } : { task: 'search', purpose: task }
}

/** A loan is asked for by the client in sight, or by whoever is found. */
export const newLoanRoute = (from: Route): Route =>
  from.task === 'client' ? { task: 'new-loan', clientId: from.clientId } : { task: 'search', purpose: 'new-loan' }

/** F2 to F8 and Esc, from everywhere. Nothing typed is lost by them: it is a draft. */
export function useCounterKeys(route: Route, enabled: boolean): void {
  useShortcut(shortcuts.deposit, () => goTo(counterRoute('deposit', route)), { enabled })
  useShortcut(shortcuts.withdraw, () => goTo(counterRoute('withdraw', route)), { enabled })
  useShortcut(shortcuts.transfer, () => goTo(counterRoute('savings-transfer', route)), { enabled })
  useShortcut(shortcuts.newClient, () => goTo({ task: 'register-client' }), { enabled })
  useShortcut(shortcuts.drawer, () => goTo({ task: 'drawer' }), { enabled })
  useShortcut(shortcuts.newLoan, () => goTo(newLoanRoute(route)), { enabled })
  useShortcut(shortcuts.exchange, () => goTo({ task: 'exchange' }), { enabled })
  useShortcut(shortcuts.back, () => leave(route), { enabled })
}

/** A dialog or a menu takes its own Esc. */
function leave(route: Route): void {
  if (!isLayerOpen() && route.task !== 'my-day') goBack()
}
