import type { SearchHit } from '../../core/query/client-answers.ts'
import type { Route } from '../routes.ts'
import { formatPhone } from './format-phone.ts'
import { isolate, isolateLtr } from './isolate.ts'
import { loanPlace } from './loan-place.ts'

/** What tells one hit from another beside its name: a client's phone, the product of an account or a loan. */
export const hitDetail = ({ kind, detail }: SearchHit): string =>
  kind === 'client' && detail !== '' ? isolateLtr(formatPhone(detail)) : isolate(detail)

/** Where what was found is looked at. */
export function hitPlace({ clientId, accountId, loanId, state }: SearchHit): Route {
  if (loanId && state) return loanPlace({ loanId, state })
  return accountId ? { task: 'account', accountId } : { task: 'client', clientId }
}
