import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { LedgerLineRow } from '../../../core/statements/ledger-page.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Subject } from '../../ui/subject.tsx'

/** A line of an account: when, what, for whom, the receipt, the side, and the balance after it; in the journal, of which account instead. */
export function useLedgerColumns(
  currency: CurrencyCode | undefined,
  isJournal: boolean,
): readonly GridColumn<LedgerLineRow>[] {
  const { t, i18n } = useTranslation('statements')
  const { labels } = useStatementWords()
  const word = useRecordWord()
  return useMemo(() => {
    if (!currency) return []
    const locale = i18n.language
    const money = (id: string, header: string, of: (row: LedgerLineRow) => bigint | undefined, strong = false) =>
      moneyColumn<LedgerLineRow>(
        {
          id,
          header,
          strong,
          ...(strong ? { leaves: 1 } : {}),
          of: row => {
            const amountMinor = of(row)
            return amountMinor === undefined || (amountMinor === 0n && !strong) ? undefined : { amountMinor, currency }
          },
        },
        locale,
      )
    return [
      { id: 'booking', header: t('booking-date'), width: 88, cell: row => formatDate(row.bookingDate, locale) },
      { id: 'value', header: t('value-date'), width: 88, leaves: 4, cell: row => formatDate(row.valueDate, locale) },
      { id: 'operation', header: t('operation'), width: 120, grow: 0.6, leaves: 2, cell: row => word(row) },
      ...(isJournal ? [accountColumn(labels.account)] : []),
      {
        id: 'party',
        header: labels.party,
        width: 110,
        grow: 1,
        leaves: 3,
        cell: ({ owner }) => owner && <Subject subject={owner} />,
      },
      { id: 'branch', header: t('branch'), width: 50, leaves: 6, cell: row => <bdi>{row.branchCode}</bdi> },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 54,
        align: 'end',
        leaves: 5,
        cell: row => row.receipt !== undefined && formatNumber(row.receipt, locale),
      },
      money('debit', labels.columns.debits, row => row.debitMinor),
      money('credit', labels.columns.credits, row => row.creditMinor),
      ...(isJournal ? [] : [money('balance', t('balance'), row => row.balanceMinor, true)]),
    ]
  }, [t, i18n.language, labels, word, currency, isJournal])
}

const accountColumn = (header: string): GridColumn<LedgerLineRow> => ({
  id: 'account',
  header,
  width: 150,
  grow: 0.8,
  cell: ({ account }) => (
    <bdi>
      {account.code} {account.name}
    </bdi>
  ),
})
