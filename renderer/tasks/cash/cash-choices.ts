import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashEnd } from '../../../core/cash/transfer-commands.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { ok, type Result, refuse } from '../../../core/result.ts'
import { isolateLtr } from '../../lib/isolate.ts'
import { useOpenSession, usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import type { CashPlace } from './cash-answer.ts'
import { usePlaceWord } from './place-words.ts'

/** A place that cash is sent from or to, in one currency. */
export interface CashChoice {
  readonly key: string
  readonly label: string
  readonly currency: CurrencyCode
  readonly end: CashEnd
  /** This person may send from it. */
  readonly isSource: boolean
}

/** The person's own drawer first, then the vault, the other drawers, and the banks; undefined before the engine has answered. */
export function useCashChoices(): Result<readonly CashChoice[], Refusal> | undefined {
  const { t } = useTranslation('cash')
  const placeWord = usePlaceWord()
  const me = useOpenSession()?.signedIn.staffId
  const keepsVault = usePermission('vault')
  const oversees = usePermission('approve')
  const { answer: position, refusal: ofPosition } = useAnswer({ type: 'cash-position' })
  const { answer: banks, refusal: ofBanks } = useAnswer({ type: 'bank-accounts' })
  const refusal = ofPosition ?? ofBanks
  return useMemo(() => {
    if (refusal) return refuse(refusal)
    if (position === null) return refuse({ type: 'day-not-open' })
    if (!position || !banks) return undefined
    const open = position.places.filter(({ isOpen }) => isOpen)
    const ofPlace = (place: CashPlace): CashChoice => {
      const { kind, id, currency, staffId } = place
      const isOwn = staffId === me
      return {
        key: `${id}/${currency}`,
        label: `${kind === 'drawer' && isOwn ? t('your-drawer') : placeWord(place)} · ${currency}`,
        currency,
        end: kind === 'vault' ? { kind } : { kind, drawerId: id },
        isSource: kind === 'vault' ? keepsVault : isOwn || oversees,
      }
    }
    const bankChoices = banks.map(
      ({ bankAccountId, bankName, number, currency }): CashChoice => ({
        key: `${bankAccountId}/${currency}`,
        label: `${bankName} ${isolateLtr(number)} · ${currency}`,
        currency,
        end: { kind: 'bank', bankAccountId },
        isSource: keepsVault,
      }),
    )
    const isMine = ({ staffId }: CashPlace): boolean => staffId === me
    const choices = [
      ...open.filter(isMine).map(ofPlace),
      ...open.filter(place => !isMine(place)).map(ofPlace),
      ...bankChoices,
    ]
    return ok(choices)
  }, [position, banks, refusal, me, keepsVault, oversees, t, placeWord])
}

/** Where cash of one place may go: another place of its currency; from bank to bank goes no cash. */
export const targetsOf = (choices: readonly CashChoice[], from: CashChoice): readonly CashChoice[] =>
  choices.filter(
    ({ key, currency, end }) =>
      key !== from.key && currency === from.currency && (end.kind !== 'bank' || from.end.kind !== 'bank'),
  )
