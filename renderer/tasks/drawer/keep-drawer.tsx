import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { CountCash } from '../../counter/count-cash.tsx'
import { CountedCash } from '../../counter/counted-cash.tsx'

interface KeepDrawerProps {
  readonly drawer: DrawerAnswer
  readonly onDone: () => void
}

/** Counts a drawer that stays open, such as the cash that a field officer keeps overnight. */
export function KeepDrawer({ drawer, onDone }: KeepDrawerProps) {
  const { t } = useTranslation('cash')
  const { drawerId, staffName, currency } = drawer
  return (
    <CountCash
      title={t('count-and-keep')}
      subtitle={staffName}
      draftName={`drawer/count/${drawerId}`}
      place={{ ...drawer, id: drawerId, name: t('drawer') }}
      confirmLabel={t('count-confirm')}
      toCommand={counted => ({ ...counted, type: 'drawer.count', drawerId })}
      whenDone={outcome => (
        <CountedCash id={drawerId} name={staffName} currency={currency} outcome={outcome} onDone={onDone} />
      )}
      onLeave={onDone}
    />
  )
}
