import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { workingPaperLabels } from '../../../core/documents/labels/working-paper-labels.ts'
import type { WorkingPaperHead } from '../../../core/query/audit-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Panel } from '../../ui/panel.tsx'

/** Every working paper that these books hold, the newest first. */
export function PaperList() {
  const { t } = useTranslation('audit')
  const { answer, isPending } = useAnswer({ type: 'working-papers' })
  const columns = usePaperColumns()
  return (
    <Panel title={t('papers')} flush>
      <DataGrid
        label={t('papers')}
        columns={columns}
        rows={answer ?? []}
        rowKey={({ paperId }) => paperId}
        onOpen={({ paperId }) => goTo({ task: 'working-paper', paperId })}
        isPending={isPending}
        maxRows={14}
        place="working-papers"
        empty={<EmptyState title={t('papers-none')} />}
      />
    </Panel>
  )
}

function usePaperColumns(): readonly GridColumn<WorkingPaperHead>[] {
  const { t, i18n } = useTranslation('audit')
  return useMemo(() => {
    const { methods } = workingPaperLabels[documentLanguage(i18n.language)]
    const number = (count: number): string => formatNumber(count, i18n.language)
    return [
      { id: 'title', header: t('sample-title'), width: 140, grow: 2, cell: paper => <bdi>{paper.title}</bdi> },
      {
        id: 'method',
        header: t('sample-method'),
        width: 120,
        grow: 1,
        leaves: 2,
        cell: ({ method }) => methods[method],
      },
      {
        id: 'marked',
        header: t('paper-marked'),
        width: 80,
        align: 'end',
        cell: ({ marked, size }) => `${number(marked)} / ${number(size)}`,
      },
      {
        id: 'exceptions',
        header: t('paper-exceptions'),
        width: 80,
        align: 'end',
        leaves: 1,
        cell: ({ exceptions }) => number(exceptions),
      },
      { id: 'by', header: t('person'), width: 110, leaves: 3, cell: ({ drawnBy }) => <bdi>{drawnBy}</bdi> },
    ]
  }, [t, i18n.language])
}
