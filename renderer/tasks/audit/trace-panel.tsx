import { IconQrcode } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TraceAnswer } from '../../../core/query/audit-answers.ts'
import { useJournalColumns } from '../../counter/journal-columns.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './audit.module.css'

/** A number typed or a code scanned leads to the record; Enter opens it, with its lines and its receipt. */
export function TracePanel() {
  const { t } = useTranslation('audit')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { answer } = useAnswer({ type: 'trace', text: asked }, { enabled: asked !== '', keepPrevious: true })
  const found = asked === '' ? undefined : answer
  const open = (): void => {
    const [first] = found?.rows ?? []
    if (first) goTo({ task: 'record', record: first.record })
  }
  return (
    <Panel title={t('trace')}>
      <div className={classes.part}>
        <TextField
          label={t('trace-field')}
          text={text}
          onText={setText}
          onEnter={open}
          icon={<IconQrcode size={15} />}
          dir="ltr"
          maxLength={1200}
          autoFocus
        />
        {found && <Traced answer={found} />}
      </div>
    </Panel>
  )
}

function Traced({ answer: { code, rows } }: { readonly answer: TraceAnswer }) {
  const { t } = useTranslation('audit')
  const columns = useJournalColumns()
  if (code === undefined && rows.length === 0) return <EmptyState title={t('trace-none')} />
  return (
    <>
      {code && (
        <div role="status">
          <Badge tone={code === 'genuine' ? 'right' : 'wrong'}>{t(`trace-${code}`)}</Badge>
        </div>
      )}
      {rows.length > 0 && (
        <DataGrid
          label={t('trace')}
          columns={columns}
          rows={rows}
          rowKey={row => `${row.record.log}/${row.record.seq}`}
          onOpen={row => goTo({ task: 'record', record: row.record })}
          rowState={row => (row.reversed ? 'void' : undefined)}
          empty={null}
          maxRows={8}
        />
      )}
    </>
  )
}
