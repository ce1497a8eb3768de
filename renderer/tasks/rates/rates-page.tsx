import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import { formatRate } from '../../../core/money/format-rate.ts'
import { formatDay } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { PositionList } from './position-list.tsx'
import { PublishRateDialog } from './publish-rate-dialog.tsx'
import { RateHistoryDialog } from './rate-history-dialog.tsx'

/** What each currency costs today, with all that was ever said of it, and what the branch holds of it. */
export function RatesPage() {
  const { t } = useTranslation('exchange')
  const { answer = [], refusal, isPending } = useAnswer({ type: 'rates' })
  const mayPublish = usePermission('rates')
  const mayRevalue = usePermission('revalue')
  const [isPublishing, setPublishing] = useState(false)
  const [opened, setOpened] = useState<DayRate>()
  const columns = useRateColumns()
  return (
    <Page>
      <PageHeader
        title={t('rates')}
        subtitle={t('rates-about')}
        actions={
          <>
            {mayRevalue && (
              <Action shortcut="v" onAct={() => goTo({ task: 'revalue' })}>
                {t('revalue')}
              </Action>
            )}
            {mayPublish && (
              <PrimaryAction shortcut="n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setPublishing(true)}>
                {t('publish-rate')}
              </PrimaryAction>
            )}
          </>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel title={t('rates-of-day')} flush>
        <DataGrid
          label={t('rates-of-day')}
          columns={columns}
          rows={answer}
          rowKey={({ currency }) => currency}
          onOpen={setOpened}
          isPending={isPending}
          empty={<EmptyState title={t('no-rates')}>{t('no-rates-hint')}</EmptyState>}
          maxRows={10}
          autoFocus
        />
      </Panel>
      <PositionList />
      {isPublishing && <PublishRateDialog onClose={() => setPublishing(false)} />}
      {opened && <RateHistoryDialog currency={opened.currency} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

function useRateColumns(): readonly GridColumn<DayRate>[] {
  const { t, i18n } = useTranslation('exchange')
  return useMemo(() => {
    const rate = (id: 'buy' | 'mid' | 'sell'): GridColumn<DayRate> => ({
      id,
      header: t(`rate-${id}`),
      width: 110,
      grow: 1,
      align: 'end',
      cell: row => <bdi>{formatRate(row[id], i18n.language)}</bdi>,
    })
    return [
      { id: 'currency', header: t('currency'), width: 90, cell: row => row.currency },
      rate('buy'),
      rate('mid'),
      rate('sell'),
      { id: 'from', header: t('from-day'), width: 140, leaves: 1, cell: row => formatDay(row.from, i18n.language) },
    ]
  }, [t, i18n.language])
}
