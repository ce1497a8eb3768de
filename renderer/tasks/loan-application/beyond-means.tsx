import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../core/refusal.ts'
import { TextField } from '../../ui/text-field.tsx'

interface BeyondMeansProps {
  readonly refusal: Refusal | undefined
  readonly why: string
  readonly onWhy: (why: string) => void
  readonly onEnter: () => void
  /** Nothing else is asked there. */
  readonly autoFocus?: boolean
}

/** Where a loan asks more of the household than it can bear, the reason for which it is lent all the same; it stays visible. */
export function BeyondMeans({ refusal, why, onWhy, onEnter, autoFocus = false }: BeyondMeansProps) {
  const { t } = useTranslation('loan-application')
  if (refusal?.type !== 'loan-beyond-means' && why === '') return null
  return (
    <TextField
      label={t('beyond-why')}
      text={why}
      onText={onWhy}
      onEnter={onEnter}
      maxLength={500}
      required
      autoFocus={autoFocus}
    />
  )
}

/** What a command says of it. */
export const beyondMeansOf = (why: string): { readonly beyondMeans?: string } =>
  why.trim() === '' ? {} : { beyondMeans: why.trim() }
