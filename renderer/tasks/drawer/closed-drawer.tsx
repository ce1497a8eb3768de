import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { useEscape } from '../../counter/use-escape.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'

interface ClosedDrawerProps {
  readonly drawer: DrawerAnswer
  readonly outcome: Outcome
  readonly onDone: () => void
}

/** Over and short are said as words beside the figure. */
function Difference({ drawer: { differenceMinor, currency } }: { readonly drawer: DrawerAnswer }) {
  const { t } = useTranslation('cash')
  if (differenceMinor === undefined) return null
  const word = differenceMinor === 0n ? t('agrees') : differenceMinor > 0n ? t('over') : t('short')
  return (
    <>
      {word} <Money amountMinor={differenceMinor} currency={currency} aligned />
    </>
  )
}

/** A drawer that is closed: the sheet of its day. */
export function ClosedDrawer({ drawer, outcome, onDone }: ClosedDrawerProps) {
  const { t } = useTranslation('cash')
  const all = useAnswer({ type: 'drawers' })
  useEscape(onDone)
  const closed = all.answer?.find(({ drawerId }) => drawerId === drawer.drawerId) ?? drawer
  const money = (amountMinor: bigint | undefined) =>
    amountMinor !== undefined && <Money amountMinor={amountMinor} currency={drawer.currency} aligned />
  return (
    <Page narrow>
      <PageHeader title={t('drawer-closed-title')} subtitle={<bdi>{drawer.staffName}</bdi>} />
      <Panel title={t('drawer-sheet')} aside={t('record-aside', { number: outcome.record.seq })}>
        <Stack>
          <Facts
            facts={[
              [t('float'), money(closed.floatMinor)],
              [t('in'), money(closed.inMinor)],
              [t('out'), money(closed.outMinor)],
              [t('expected'), money(closed.expectedMinor)],
              [t('difference'), <Difference key="difference" drawer={closed} />],
            ]}
          />
          <PrimaryAction shortcut="enter" onAct={onDone} autoFocus>
            {t('done')}
          </PrimaryAction>
        </Stack>
      </Panel>
    </Page>
  )
}
