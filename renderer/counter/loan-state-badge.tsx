import { useTranslation } from 'react-i18next'
import type { LoanState } from '../../core/refusals/loan-refusal.ts'
import { Badge } from '../ui/badge.tsx'
import type { Tone } from '../ui/tone.ts'

const tones: Readonly<Record<LoanState, Tone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  approved: 'right',
  active: 'right',
  overpaid: 'waiting',
  'paid-off': 'neutral',
  'written-off': 'wrong',
  rejected: 'wrong',
  withdrawn: 'neutral',
  cancelled: 'neutral',
}

/** The state of a loan in a word. */
export function LoanStateBadge({ state }: { readonly state: LoanState }) {
  const { t } = useTranslation('loan-application')
  return <Badge tone={tones[state]}>{t(`state-${state}`)}</Badge>
}
