import { IconScale } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { firstDayOfYear, fiscalYearOf } from '../../../core/calendar/fiscal-year.ts'
import { ratesText } from '../../../core/money/format-rate.ts'
import type { FinancialStatement, SheetRow, StatementSheet } from '../../../core/statements/statement-sheet.ts'
import { visibleRows } from '../../../core/statements/visible-rows.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { TableExports } from '../../counter/table-exports.tsx'
import { useEscape } from '../../counter/use-escape.ts'
import { usePaper } from '../../counter/use-paper.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { useTypedDate } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { openRow } from './open-row.ts'
import { useStatementColumns } from './statement-columns.tsx'
import { StatementFilters } from './statement-filters.tsx'
import { changeView, lookBack, requestOf, useStatementView } from './statement-view.ts'

/** The days as typed, or this fiscal year until today. */
function useDays() {
  const { i18n } = useTranslation()
  const view = useStatementView()
  const session = useOpenSession()
  const today = session?.businessDate ?? wallDate()
  const thisYear = fiscalYearOf(today, session?.institution.yearStartMonth ?? 1)
  const fromText = view.fromText ?? typedDate(firstDayOfYear(thisYear), i18n.language)
  const toText = view.toText ?? typedDate(today, i18n.language)
  const from = useTypedDate(fromText)
  const to = useTypedDate(toText) ?? today
  return { fromText, toText, from, to }
}

/** The books on a sheet: which statement, of which days, beside which; every figure opens what it is made of. */
export function StatementsPage({ asOf }: { readonly asOf?: BusinessDate }) {
  useAsOf(asOf)
  const { t, i18n } = useTranslation('statements')
  const view = useStatementView()
  const { fromText, toText, from, to } = useDays()
  const request = requestOf(view, { from, to })
  const {
    answer: statement,
    refusal,
    isPending,
  } = useAnswer({ type: 'financial-statement', statement: request }, { keepPrevious: true })
  const sheet = statement?.sheets.find(({ currency }) => currency === view.currency) ?? statement?.sheets[0]
  const columns = useStatementColumns(sheet, view.folded)
  const rows = useMemo(() => (sheet ? visibleRows(sheet.rows, view) : []), [sheet, view])
  useFolding(sheet)
  const paper = usePaper()
  useEscape(view.cameFrom && lookBack)
  function open(row: SheetRow, column: 'now' | 'earlier'): void {
    if (!statement || !sheet) return
    openRow(row, { statement, currency: sheet.currency, locale: i18n.language, groups: groupsOf(sheet), column })
  }
  return (
    <Page fixed>
      <PageHeader
        title={t('statements')}
        subtitle={statement && <Subtitle statement={statement} />}
        marks={sheet && <AgreementMark sheet={sheet} />}
        actions={
          <>
            <ZerosAction />
            <TableExports
              paper={paper}
              request={statement && { kind: 'financial-statement', statement: request, hidesZeros: view.hidesZeros }}
            />
          </>
        }
      />
      <StatementFilters
        fromText={fromText}
        toText={toText}
        currency={sheet?.currency}
        currencies={statement?.sheets.map(({ currency }) => currency) ?? []}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <PaperResult paper={paper} />
      <Panel flush fill>
        <DataGrid
          label={t('statements')}
          columns={columns}
          rows={rows}
          rowKey={row => row.id}
          onOpen={(row, column) => open(row, column === 'earlier' ? 'earlier' : 'now')}
          rowKeys={statement?.earlier ? { b: row => open(row, 'earlier') } : {}}
          isPending={isPending}
          place={`statements ${statement?.kind ?? view.kind}`}
          empty={<EmptyState icon={<IconScale size={30} stroke={1.25} />} title={t('nothing')} />}
          autoFocus
        />
      </Panel>
    </Page>
  )
}

/** Who comes from a record sees the books as they stood at the end of its day, from the beginning. */
function useAsOf(asOf: BusinessDate | undefined): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (asOf) changeView({ fromText: '', toText: typedDate(asOf, i18n.language), basis: 'booking' })
  }, [asOf, i18n.language])
}

function Subtitle({
  statement: { kind, basis, days, earlier, branch, rates, without },
}: {
  readonly statement: FinancialStatement
}) {
  const { i18n } = useTranslation()
  const { labels, span, asOf } = useStatementWords()
  const spoken = kind === 'balance-sheet' ? asOf : span
  const parts = [
    labels.kinds[kind],
    spoken(days),
    branch ? `${branch.code} ${branch.name}` : labels.allBranches,
    labels.basis[basis],
    ...(without ? [labels.without[without]] : []),
    ...(earlier ? [labels.comparedWith(spoken(earlier))] : []),
    ...(rates ? [labels.consolidatedAt(ratesText(rates, i18n.language))] : []),
  ]
  return <>{parts.join(' · ')}</>
}

function AgreementMark({ sheet: { checks } }: { readonly sheet: StatementSheet }) {
  const { labels } = useStatementWords()
  if (checks.length === 0) return null
  const agrees = checks.every(({ firstMinor, secondMinor }) => firstMinor === secondMinor)
  const words = [...new Set(checks.map(({ name }) => labels.checks[name].join(' = ')))].join(', ')
  return <Badge tone={agrees ? 'right' : 'wrong'}>{agrees ? words : `${labels.differs}: ${words}`}</Badge>
}

function ZerosAction() {
  const { t } = useTranslation('statements')
  const { hidesZeros } = useStatementView()
  return (
    <Action shortcut="z" onAct={() => changeView({ hidesZeros: !hidesZeros })}>
      {t(hidesZeros ? 'show-zeros' : 'hide-zeros')}
    </Action>
  )
}

const groupsOf = ({ rows }: StatementSheet): readonly string[] =>
  rows.filter(({ kind }) => kind === 'group').map(({ id }) => id)

/** C folds all up, E unfolds all. */
function useFolding(sheet: StatementSheet | undefined): void {
  const groups = sheet ? groupsOf(sheet) : []
  useShortcut('c', () => changeView({ folded: new Set(groups) }))
  useShortcut('e', () => changeView({ folded: new Set() }))
}
