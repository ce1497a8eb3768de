import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { CloseDrawer } from './close-drawer.tsx'
import { DrawerSheet } from './drawer-sheet.tsx'
import { KeepDrawer } from './keep-drawer.tsx'
import { OpenDrawer } from './open-drawer.tsx'

/** The person's drawer: opened on a counted float, watched through the day, closed on a count. */
export function DrawerPage() {
  const { t } = useTranslation('cash')
  const session = useOpenSession()
  const mine = useAnswer({ type: 'drawer' })
  const all = useAnswer({ type: 'drawers' })
  const [closing, setClosing] = useState<DrawerAnswer>()
  const [keeping, setKeeping] = useState<DrawerAnswer>()
  const [isOpening, setOpening] = useState(false)
  const { answer: rates = [] } = useAnswer({ type: 'rates' })
  if (!session || mine.isPending) return null
  const others = (all.answer ?? []).filter(drawer => drawer.drawerId !== mine.answer?.drawerId)
  if (closing) return <CloseDrawer drawer={closing} onDone={() => setClosing(undefined)} />
  if (keeping) return <KeepDrawer drawer={keeping} onDone={() => setKeeping(undefined)} />
  const open = (all.answer ?? []).filter(
    ({ status, staffId }) => status === 'open' && staffId === session.signedIn.staffId,
  )
  const currencies = [session.institution.currency, ...rates.map(({ currency }) => currency)].filter(
    code => !open.some(({ currency }) => currency === code),
  )
  if (mine.answer?.status === 'open' && !isOpening)
    return (
      <DrawerSheet
        drawer={mine.answer}
        others={others}
        onClose={setClosing}
        onKeep={setKeeping}
        onOpenOther={currencies.length > 0 ? () => setOpening(true) : undefined}
      />
    )
  if (mine.refusal) return <RefusedPage refusal={mine.refusal} />
  const back = isOpening ? { onOpened: () => setOpening(false), onLeave: () => setOpening(false) } : {}
  return <OpenDrawer title={t('open-drawer')} currencies={currencies} others={others} onClose={setClosing} {...back} />
}
