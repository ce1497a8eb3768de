import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer, StatementRow } from '../../../core/query/savings-answers.ts'
import { useEntryWord } from '../../counter/entry-words.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswerPages } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { Shortcut } from '../../ui/shortcut.tsx'

/** The account's movements, newest first, with the balance after each. Enter opens the record, R reverses it. */
export function AccountStatement({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const mayReverse = usePermission('reverse')
  const columns = useStatementColumns(account)
  const { rows, refusal, isPending, more } = useAnswerPages({ type: 'statement', accountId: account.accountId })
  return (
    <Panel
      title={t('statement')}
      flush
      aside={
        mayReverse &&
        rows.length > 0 && (
          <>
            <Shortcut keys="r" /> {t('reverse-selected')}
          </>
        )
      }
    >
      {refusal && <RefusalNote refusal={refusal} />}
      <DataGrid
        label={t('statement')}
        columns={columns}
        rows={rows}
        rowKey={({ place }) => `${place.position}/${place.entryNo}/${place.lineNo}`}
        onOpen={row => goTo({ task: 'record', record: row.record })}
        rowKeys={mayReverse ? { r: row => goTo({ task: 'reverse', record: row.record }) } : {}}
        rowState={row => (row.reversedBy ? 'void' : undefined)}
        empty={<EmptyState title={t('statement-empty')}>{t('statement-empty-hint')}</EmptyState>}
        isPending={isPending}
        more={more}
        maxRows={13}
        autoFocus
      />
    </Panel>
  )
}

function useStatementColumns({ currency }: AccountAnswer): readonly GridColumn<StatementRow>[] {
  const { t, i18n } = useTranslation('savings')
  const word = useEntryWord()
  return useMemo(
    () => [
      { id: 'date', header: t('date'), width: 88, cell: row => formatDate(row.bookingDate, i18n.language) },
      {
        id: 'operation',
        header: t('operation'),
        width: 110,
        grow: 1,
        cell: row => <Operation row={row} word={word} />,
      },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 50,
        leaves: 2,
        align: 'end',
        cell: row => row.receipt !== undefined && formatNumber(row.receipt, i18n.language),
      },
      moneyColumn(
        { id: 'amount', header: t('amount'), of: ({ amountMinor }) => ({ amountMinor, currency }) },
        i18n.language,
      ),
      moneyColumn(
        {
          id: 'balance',
          header: t('balance'),
          of: ({ balanceMinor }) => ({ amountMinor: balanceMinor, currency }),
          strong: true,
          leaves: 1,
        },
        i18n.language,
      ),
    ],
    [t, i18n.language, word, currency],
  )
}

function Operation({ row, word }: { readonly row: StatementRow; readonly word: (description: string) => string }) {
  const { t, i18n } = useTranslation('savings')
  return (
    <>
      {word(row.description)}{' '}
      {row.valueDate !== row.bookingDate && t('value-date', { date: formatDate(row.valueDate, i18n.language) })}{' '}
      {row.reversedBy && <Badge tone="wrong">{t('reversed')}</Badge>}
      {row.reverses && t('reverses', { number: row.reverses.seq })}
    </>
  )
}
