import type { ClientHit, SearchHit } from '../../core/query/client-answers.ts'
import type { Route } from '../routes.ts'
import { formatPhone } from './format-phone.ts'
import { isolate, isolateLtr } from './isolate.ts'
import { loanPlace } from './loan-place.ts'

/** What tells one hit from another beside its name: a client's phone, the product of an account or a loan, a group's members. */
export const hitDetail = ({ kind, detail }: SearchHit): string =>
  kind === 'client' && detail !== '' ? isolateLtr(formatPhone(detail)) : isolate(detail)

export const hitKey = (hit: SearchHit): string =>
  hit.kind === 'group' ? hit.groupId : (hit.loanId ?? hit.accountId ?? hit.clientId)

/** Where what was found is looked at. */
export function hitPlace(hit: SearchHit): Route {
  return hit.kind === 'group' ? { task: 'group', groupId: hit.groupId } : placeOfClientHit(hit)
}

function placeOfClientHit({ clientId, accountId, loanId, state }: ClientHit): Route {
  if (loanId && state) return loanPlace({ loanId, state })
  return accountId ? { task: 'account', accountId } : { task: 'client', clientId }
}

/** What is done with a person or what is theirs is not done with a group. */
export const isOfClient = (hit: SearchHit): hit is ClientHit => hit.kind !== 'group'
