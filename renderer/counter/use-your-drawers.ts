import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { useOpenSession } from '../lib/session.ts'
import { useAnswer } from '../lib/use-answer.ts'
import type { NamedBalance } from './effect-rows.tsx'

/** The person's open drawers of these currencies as rows of an effect, in their order; nothing where none is open. */
export function useYourDrawers(currencies: readonly CurrencyCode[]): readonly NamedBalance[] {
  const { t } = useTranslation('cash')
  const me = useOpenSession()?.signedIn.staffId
  const { answer: drawers } = useAnswer({ type: 'drawers' })
  const mine = (drawers ?? []).filter(({ staffId, status }) => staffId === me && status === 'open')
  return currencies.flatMap(currency =>
    mine
      .filter(drawer => drawer.currency === currency)
      .map(({ drawerId, expectedMinor }) => ({
        subAccount: drawerId,
        name: t('your-drawer'),
        nowMinor: expectedMinor,
        currency,
      })),
  )
}
