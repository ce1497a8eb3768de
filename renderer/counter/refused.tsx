import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../core/refusal.ts'
import { goTo, type Route } from '../routes.ts'
import { Action } from '../ui/action.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'

type Place = 'day' | 'drawer' | 'record' | 'rescue' | 'rates' | 'send-cash' | 'vault'
type WayOn = readonly [label: `go-to-${Place}`, route: Route]

function wayOnFrom(refusal: Refusal): WayOn | undefined {
  switch (refusal.type) {
    case 'day-not-open':
      return ['go-to-day', { task: 'business-day' }]
    case 'drawer-not-open':
    case 'drawer-closed-since':
    case 'drawer-short':
      return ['go-to-drawer', { task: 'drawer' }]
    case 'storage-full':
    case 'storage-unavailable':
      return ['go-to-rescue', { task: 'sync' }]
    case 'rate-changed':
    case 'rate-unknown':
      return ['go-to-rates', { task: 'rates' }]
    case 'drawer-above-maximum':
      return ['go-to-send-cash', { task: 'send-cash' }]
    case 'vault-short':
      return ['go-to-vault', { task: 'vault' }]
    case 'already-reversed':
      return ['go-to-record', { task: 'record', record: refusal.by }]
    default:
      return undefined
  }
}

/** A refusal with the way to the place where it can be mended, if there is one. What was typed waits as a draft. */
export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('cash')
  const wayOn = wayOnFrom(refusal)
  if (!wayOn) return <RefusalNote refusal={refusal} />
  const [label, route] = wayOn
  return <RefusalNote refusal={refusal} action={<Action onAct={() => goTo(route)}>{t(label)}</Action>} />
}
