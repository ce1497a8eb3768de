import { useTranslation } from 'react-i18next'
import type { LedgerPage as LedgerAnswer } from '../../../core/statements/ledger-page.ts'
import type { LedgerRequest } from '../../../core/statements/ledger-request.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { TableExports } from '../../counter/table-exports.tsx'
import { usePaper } from '../../counter/use-paper.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer, useAnswerPages } from '../../lib/use-answer.ts'
import { goTo, hashOf, replaceWith } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useLedgerColumns } from './ledger-columns.tsx'
import { LedgerFilters } from './ledger-filters.tsx'

const linesPerPage = 100

/** An account's lines, newest first, with what it stood at and stands at; or the journal, those of all. Enter opens the record of a line. */
export function LedgerPage({ request }: { readonly request: LedgerRequest }) {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const { answer: head, refusal } = useAnswer({ type: 'ledger-lines', ...request, limit: 1 })
  const { rows, isPending, more } = useAnswerPages({ type: 'ledger-lines', ...request, limit: linesPerPage })
  const columns = useLedgerColumns(head?.currency, request.account === undefined)
  const paper = usePaper()
  return (
    <Page fixed>
      <PageHeader
        title={
          head?.account ? `${head.account.code} ${head.account.name}` : t(request.account ? 'ledger' : 'all-accounts')
        }
        subtitle={<Subtitle request={request} />}
        actions={<TableExports paper={paper} request={head && { kind: 'ledger', lines: request }} />}
      />
      <LedgerFilters
        request={request}
        currencies={head?.currencies ?? []}
        onRequest={lines => replaceWith({ task: 'ledger', lines })}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <PaperResult paper={paper} />
      {head && <Sums head={head} />}
      <Panel flush fill>
        <DataGrid
          label={t('ledger')}
          columns={columns}
          rows={rows}
          rowKey={({ place }) => `${place.position}/${place.entryNo}/${place.lineNo}`}
          onOpen={({ record }) => goTo({ task: 'record', record })}
          isPending={isPending}
          more={more}
          place={hashOf({ task: 'ledger', lines: request })}
          empty={<EmptyState title={labels.nothing} />}
          autoFocus
        />
      </Panel>
    </Page>
  )
}

function Subtitle({ request: { account, from, to, basis, through, without } }: { readonly request: LedgerRequest }) {
  const { labels, span } = useStatementWords()
  const { i18n } = useTranslation()
  const parts = [
    account === undefined ? labels.journal : labels.ledger,
    ...(to ? [span({ to, ...(from ? { from } : {}) })] : from ? [`${typedDate(from, i18n.language)} –`] : []),
    labels.basis[basis],
    ...(through ? [labels.throughCash] : []),
    ...(without ? [labels.without[without]] : []),
  ]
  return <>{parts.join(' · ')}</>
}

function Sums({ head: { currency, sums, flowMinor, turnover } }: { readonly head: LedgerAnswer }) {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  const figure = (label: string, amountMinor: bigint) => (
    <Figure label={label}>
      <Money amountMinor={amountMinor} currency={currency} />
    </Figure>
  )
  return (
    <Figures>
      {flowMinor !== undefined && figure(labels.rows['net-cash'], flowMinor)}
      {turnover && figure(labels.columns.debits, turnover.debitMinor)}
      {turnover && figure(labels.columns.credits, turnover.creditMinor)}
      {sums && figure(labels.columns.opening, sums.openingMinor)}
      {sums && figure(labels.columns.debits, sums.debitMinor)}
      {sums && figure(labels.columns.credits, sums.creditMinor)}
      {sums && figure(t('closing'), sums.closingMinor)}
    </Figures>
  )
}
