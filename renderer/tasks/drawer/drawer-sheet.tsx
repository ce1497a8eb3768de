import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { formatDay } from '../../lib/format-date.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DrawerList } from './drawer-list.tsx'

interface DrawerSheetProps {
  readonly drawer: DrawerAnswer
  readonly others: readonly DrawerAnswer[]
  readonly onClose: (drawer: DrawerAnswer) => void
  readonly onKeep: (drawer: DrawerAnswer) => void
  /** Where there is another currency to open one of. */
  readonly onOpenOther: (() => void) | undefined
}

/** An open drawer: what it began with, what came in, what went out, and what must lie in it now. */
export function DrawerSheet({ drawer, others, onClose, onKeep, onOpenOther }: DrawerSheetProps) {
  const { t, i18n } = useTranslation('cash')
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={drawer.currency} />
  return (
    <Page>
      <PageHeader
        title={t('your-drawer')}
        subtitle={formatDay(drawer.businessDate, i18n.language)}
        marks={<Badge tone="right">{t('drawer-open')}</Badge>}
        actions={
          <>
            {onOpenOther && (
              <Action shortcut="o" onAct={onOpenOther}>
                {t('open-other-currency')}
              </Action>
            )}
            <Action shortcut="k" onAct={() => onKeep(drawer)}>
              {t('count-and-keep')}
            </Action>
            <PrimaryAction shortcut="c" onAct={() => onClose(drawer)}>
              {t('count-and-close')}
            </PrimaryAction>
          </>
        }
      />
      <Figures>
        <Figure label={t('float')}>{money(drawer.floatMinor)}</Figure>
        <Figure label={t('in')}>{money(drawer.inMinor)}</Figure>
        <Figure label={t('out')}>{money(drawer.outMinor)}</Figure>
        <Figure label={t('must-be-there')} tone="right">
          {money(drawer.expectedMinor)}
        </Figure>
      </Figures>
      <DrawerList drawers={[drawer, ...others]} onClose={onClose} />
    </Page>
  )
}
