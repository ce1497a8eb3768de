import { useTranslation } from 'react-i18next'
import { Facts } from '../../counter/facts.tsx'
import { useRecordWord } from '../../counter/record-words.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import type { CashPlace } from './cash-answer.ts'
import { usePlaceWord } from './place-words.ts'

interface PlaceDialogProps {
  readonly place: CashPlace
  readonly onClose: () => void
}

/** What lies in a place is what it began with, and what came and went by kind of operation. */
export function PlaceDialog({ place, onClose }: PlaceDialogProps) {
  const { t } = useTranslation('transfers')
  const wordOf = useRecordWord()
  const placeWord = usePlaceWord()
  const { currency, movements, count } = place
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} aligned />
  const ways = movements.map(({ operation, direction, count: times, amountMinor }) => {
    const word = operation === 'over-short' ? t('over-short') : wordOf({ type: operation })
    return [t(`moved-${direction}`, { what: word, times }), money(amountMinor)] as const
  })
  return (
    <Dialog
      title={placeWord(place)}
      onClose={onClose}
      acts={
        <PrimaryAction keyShown="enter" onAct={onClose} autoFocus>
          {t('done')}
        </PrimaryAction>
      }
    >
      <Facts
        facts={[
          [t('place-opening'), money(place.openingMinor)],
          ...ways,
          [t('place-closing'), money(place.closingMinor)],
          [t('limit-max'), typeof place.limit?.maxMinor === 'bigint' && money(place.limit.maxMinor)],
          [t('limit-min'), typeof place.limit?.minMinor === 'bigint' && money(place.limit.minMinor)],
          [t('last-count'), count && money(count.countedMinor)],
          [t('counted-by'), count?.countedBy],
        ]}
      />
    </Dialog>
  )
}
