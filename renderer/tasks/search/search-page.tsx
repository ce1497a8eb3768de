import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money as Amount } from '../../../core/money/amount.ts'
import type { SearchHit } from '../../../core/query/client-answers.ts'
import { hitDetail, hitKey, hitPlace, isOfClient } from '../../lib/hit-detail.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { useFinding } from '../../lib/use-finding.ts'
import { goTo, type Route, replaceWith, type SearchPurpose } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Where what was found leads; a counter task takes the account at once, an application the person. */
function routeOf(hit: SearchHit, purpose: SearchPurpose): Route {
  if (purpose === 'open' || !isOfClient(hit)) return hitPlace(hit)
  if (purpose === 'new-loan') return { task: purpose, clientId: hit.clientId }
  return hit.accountId ? { task: purpose, accountId: hit.accountId } : { task: 'client', clientId: hit.clientId }
}

/** A counter task is done with an account, so that a person with one is not offered beside it. */
function hitsFor(purpose: SearchPurpose, hits: readonly SearchHit[]): readonly SearchHit[] {
  if (purpose === 'open') return hits
  const ofClients = hits.filter(isOfClient)
  if (purpose === 'new-loan') return ofClients.filter(({ kind }) => kind === 'client')
  const hasAccount = (clientId: string): boolean => ofClients.some(hit => hit.accountId && hit.clientId === clientId)
  return ofClients.filter(({ kind, clientId }) => kind === 'account' || (kind === 'client' && !hasAccount(clientId)))
}

const balanceOf = ({ balanceMinor, currency }: SearchHit): Amount | undefined =>
  balanceMinor !== undefined && currency ? { amountMinor: balanceMinor, currency } : undefined

function useColumns(): readonly GridColumn<SearchHit>[] {
  const { t, i18n } = useTranslation('frame')
  return [
    { id: 'name', header: t('column-name'), cell: hit => <bdi>{hit.name}</bdi>, width: 120, grow: 2 },
    { id: 'kind', header: t('column-kind'), cell: hit => t(`kind-${hit.kind}`), width: 70, leaves: 1 },
    { id: 'number', header: t('column-number'), cell: hit => <bdi>{hit.number}</bdi>, width: 114, grow: 0.5 },
    {
      id: 'detail',
      header: t('column-detail'),
      cell: hit => hitDetail(hit),
      width: 110,
      grow: 1.5,
      leaves: 2,
    },
    moneyColumn({ id: 'balance', header: t('column-balance'), of: balanceOf }, i18n.language),
  ]
}

/** People, accounts, loans and groups as one types: a name, a number, a phone, an ID. */
export function SearchPage({ purpose }: { readonly purpose: SearchPurpose }) {
  const { t } = useTranslation('frame')
  const [text, setText] = useState('')
  const { hits, isSettled } = useFinding(text)
  const columns = useColumns()
  const rows = hitsFor(purpose, hits)
  const open = (hit: SearchHit): void => (purpose === 'open' ? goTo : replaceWith)(routeOf(hit, purpose))
  return (
    <Page fixed>
      <PageHeader
        title={t(`search-${purpose}`)}
        actions={
          <Action
            icon={<IconUserPlus size={16} aria-hidden />}
            shortcut={shortcuts.newClient}
            onAct={() => goTo({ task: 'register-client' })}
          >
            {t('counter-new-client')}
          </Action>
        }
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the focus; the arrow goes on to its list */}
      <div onKeyDown={toGrid}>
        <TextField
          label={t('search-label')}
          text={text}
          onText={setText}
          autoFocus
          icon={<IconSearch size={16} aria-hidden />}
          placeholder={t('search-placeholder')}
          onEnter={() => rows[0] && open(rows[0])}
        />
      </div>
      <Panel flush fill>
        <DataGrid
          label={t('found')}
          columns={columns}
          rows={rows}
          rowKey={hitKey}
          onOpen={open}
          isPending={text !== '' && !isSettled}
          empty={
            <EmptyState
              icon={<IconSearch size={30} stroke={1.25} />}
              title={t(text.trim() === '' ? 'search-begin' : 'found-nothing')}
            >
              {t(text.trim() === '' ? 'search-begin-hint' : 'found-nothing-hint')}
            </EmptyState>
          }
        />
      </Panel>
    </Page>
  )
}

function toGrid(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  document.querySelector<HTMLElement>('[role="grid"]')?.focus()
}
