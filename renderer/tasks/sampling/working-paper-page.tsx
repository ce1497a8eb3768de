import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkingPaperAnswer } from '../../../core/query/audit-answers.ts'
import type { PaperItem } from '../../../core/storage/working-paper-items.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { TableExports } from '../../counter/table-exports.tsx'
import { usePaper } from '../../counter/use-paper.ts'
import { isolateLtr } from '../../lib/isolate.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { newOperationKey } from '../../lib/use-operation-key.ts'
import { goTo, hashOf } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { MarkDialog } from './mark-dialog.tsx'
import { PaperFigures } from './paper-figures.tsx'
import classes from './sampling.module.css'
import { useItemColumns } from './use-item-columns.tsx'

/** One working paper: its records with what was found of each. Enter opens a record and its receipt, Esc leads back to the same row. */
export function WorkingPaperPage({ paperId }: { readonly paperId: string }) {
  const { answer, refusal } = useAnswer({ type: 'working-paper', paperId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return answer ? <Opened answer={answer} /> : null
}

interface Found {
  readonly item: PaperItem
  readonly mark: 'exception' | 'noted'
}

function Opened({ answer }: { readonly answer: WorkingPaperAnswer }) {
  const { t } = useTranslation('audit')
  const { paperId, title, isOwn, deviceCode, criteria, items } = answer
  const columns = useItemColumns(criteria.currency)
  const [found, setFound] = useState<Found>()
  const marking = useCommand<'audit.mark-item'>()
  const paper = usePaper()
  const agree = ({ record }: PaperItem): void =>
    void marking.run({ type: 'audit.mark-item', key: newOperationKey(), paperId, record, mark: 'agreed' })
  const say = (mark: Found['mark']) => (item: PaperItem) => setFound({ item, mark })
  return (
    <Page fixed>
      <PageHeader
        title={title}
        subtitle={
          <span className={classes.keys}>
            {isOwn ? t('mark-keys') : t('paper-elsewhere', { device: isolateLtr(deviceCode) })}
          </span>
        }
        actions={<TableExports paper={paper} request={{ kind: 'working-paper', paperId }} />}
      />
      <PaperFigures answer={answer} />
      {marking.refusal && <RefusalNote refusal={marking.refusal} />}
      <PaperResult paper={paper} />
      <Panel flush fill>
        <DataGrid
          label={title}
          columns={columns}
          rows={items}
          rowKey={({ record }) => `${record.log}/${record.seq}`}
          onOpen={({ record }) => goTo({ task: 'record', record })}
          rowKeys={isOwn ? { a: agree, e: say('exception'), n: say('noted') } : {}}
          rowState={({ isReversed }) => (isReversed ? 'void' : undefined)}
          place={hashOf({ task: 'working-paper', paperId })}
          empty={null}
          autoFocus
        />
      </Panel>
      {found && <MarkDialog paperId={paperId} found={found} onClose={() => setFound(undefined)} />}
    </Page>
  )
}
