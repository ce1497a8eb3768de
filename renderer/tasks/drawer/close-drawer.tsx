import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { CountCash } from '../../counter/count-cash.tsx'
import { ClosedDrawer } from './closed-drawer.tsx'

interface CloseDrawerProps {
  readonly drawer: DrawerAnswer
  readonly onDone: () => void
}

/** Counts a drawer and closes it: its cash goes to the vault. */
export function CloseDrawer({ drawer, onDone }: CloseDrawerProps) {
  const { t } = useTranslation('cash')
  const { drawerId } = drawer
  return (
    <CountCash
      title={t('close-drawer')}
      subtitle={drawer.staffName}
      draftName={`drawer/close/${drawerId}`}
      place={{ ...drawer, id: drawerId, name: t('drawer') }}
      confirmLabel={t('close-drawer-confirm')}
      toCommand={counted => ({ ...counted, type: 'drawer.close', drawerId })}
      whenDone={outcome => <ClosedDrawer drawer={drawer} outcome={outcome} onDone={onDone} />}
      onLeave={onDone}
    />
  )
}
