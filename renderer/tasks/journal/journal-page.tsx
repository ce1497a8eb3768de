import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalColumns } from '../../counter/journal-columns.tsx'
import { usePermission } from '../../lib/session.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useAnswerPages } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Every record there is, newest first. Nothing in it is ever changed; Enter opens one to the last byte. */
export function JournalPage() {
  const { t } = useTranslation('journal')
  const [text, setText] = useState('')
  const filter = useDeferredValue(text.trim())
  const columns = useJournalColumns()
  const field = useRef<HTMLInputElement>(null)
  const mayReverse = usePermission('reverse')
  useShortcut('f', () => field.current?.focus())
  const { rows, refusal, isPending, more } = useAnswerPages({
    type: 'journal',
    limit: 100,
    ...(filter ? { text: filter } : {}),
  })
  return (
    <Page fixed>
      <PageHeader
        title={t('journal')}
        subtitle={t('journal-hint')}
        actions={
          <TextField
            label={t('filter')}
            text={text}
            onText={setText}
            icon={<IconSearch size={15} />}
            placeholder={t('filter-hint')}
            inputRef={field}
          />
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel fill flush>
        <DataGrid
          label={t('journal')}
          columns={columns}
          rows={rows}
          rowKey={row => `${row.record.log}/${row.record.seq}`}
          onOpen={row => goTo({ task: 'record', record: row.record })}
          rowKeys={mayReverse ? { r: row => goTo({ task: 'reverse', record: row.record }) } : {}}
          rowState={row => (row.reversed ? 'void' : undefined)}
          empty={<EmptyState title={filter ? t('nothing-found') : t('journal-empty')} />}
          isPending={isPending}
          more={more}
          autoFocus
        />
      </Panel>
    </Page>
  )
}
