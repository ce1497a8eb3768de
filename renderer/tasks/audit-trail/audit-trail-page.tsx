import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../core/query/audit-answers.ts'
import { useAnswerPages } from '../../lib/use-answer.ts'
import { goTo, type Route } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { AuditFilter, useAuditFilter } from './audit-filter.tsx'
import { useAuditColumns } from './use-audit-columns.tsx'

/** What was tried, seen, signed and changed, newest first; Enter opens what it is about, J the record that holds it. */
export function AuditTrailPage() {
  const { t } = useTranslation('audit')
  const { query, fields } = useAuditFilter()
  const filter = useDeferredValue(query)
  const columns = useAuditColumns()
  const { rows, refusal, isPending, more } = useAnswerPages({ type: 'audit-trail', limit: 100, ...filter })
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Page fixed>
      <PageHeader title={t('audit-trail')} subtitle={t('audit-trail-hint')} />
      <AuditFilter {...fields} />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel fill flush>
        <DataGrid
          label={t('audit-trail')}
          columns={columns}
          rows={rows}
          rowKey={row => `${row.deviceCode}/${row.n}`}
          onOpen={row => open(routeOf(row))}
          rowKeys={{ j: row => open(recordRoute(row)) }}
          rowState={row => (row.sealedIn ? undefined : 'waiting')}
          empty={<EmptyState title={isFiltered ? t('nothing-fits') : t('nothing-yet')} />}
          isPending={isPending}
          more={more}
          autoFocus
        />
      </Panel>
    </Page>
  )
}

const open = (route: Route | undefined): void => {
  if (route) goTo(route)
}

const recordRoute = ({ sealedIn }: AuditRow): Route | undefined => sealedIn && { task: 'record', record: sealedIn }

/** Where what the event is about is shown; otherwise the record that holds the event. */
function routeOf(row: AuditRow): Route | undefined {
  const { subject } = row
  if (subject?.record) return { task: 'record', record: subject.record }
  if (subject?.kind === 'client') return { task: 'client', clientId: subject.id }
  if (subject?.kind === 'account') return { task: 'account', accountId: subject.id }
  return recordRoute(row)
}
