import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type LineTotals, lineTotals } from '../../../core/manual-journals/line-totals.ts'
import { absoluteMinor } from '../../../core/money/amount.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import { amountIn, emptyLine, isEmptyLine, type TypedLine } from './journal-form.ts'
import { LineRow } from './line-row.tsx'
import classes from './post-journal.module.css'

interface LineTableProps {
  readonly lines: readonly TypedLine[]
  readonly onLines: (lines: readonly TypedLine[]) => void
  /** Enter in the account of a line that is still empty: all lines are there. */
  readonly onDone: () => void
}

type Cell = 'account' | 'debit' | 'credit'

/** The lines of a journal: Enter goes on from field to field and begins the next line by itself; `=` takes what is missing. */
export function LineTable({ lines, onLines, onDone }: LineTableProps) {
  const { t, i18n } = useTranslation('ledger')
  const table = useRef<HTMLTableElement>(null)
  const { answer: chart = [] } = useAnswer({ type: 'chart' })
  const accounts = chart
    .filter(({ posting, control, isClosed }) => posting && !control && !isClosed)
    .map(({ code, name }) => `${code} ${name}`)
  const totals = lineTotals(lines.flatMap(line => amountIn(line, i18n.language) ?? []))
  // After the key has been dealt with, and before the next one, however fast it comes.
  const focus = (place: number, cell: Cell): void =>
    queueMicrotask(() => table.current?.querySelector<HTMLInputElement>(`[data-cell="${place}-${cell}"]`)?.focus())
  function change(place: number, part: Partial<TypedLine>): void {
    const changed = lines.map((line, at) => (at === place ? { ...line, ...part } : line))
    const last = changed.at(-1)
    onLines(last && isEmptyLine(last) ? changed : [...changed, emptyLine(last?.currency ?? '')])
  }
  function takeDifference(place: number, side: 'debit' | 'credit'): void {
    const { currency } = lines[place] ?? emptyLine('')
    const missing = totals.find(total => total.currency === currency)
    if (!missing || missing.differenceMinor === 0n) return
    const isShort = side === 'debit' ? missing.differenceMinor < 0n : missing.differenceMinor > 0n
    if (!isShort) return
    const amountMinor = absoluteMinor(missing.differenceMinor)
    change(place, { [side]: formatAmount({ amountMinor, currency: missing.currency }, i18n.language) })
  }
  function enter(place: number, cell: Cell): void {
    const line = lines[place]
    if (!line) return
    if (cell === 'account' && isEmptyLine(line)) onDone()
    else if (cell === 'account') focus(place, line.credit.trim() === '' ? 'debit' : 'credit')
    else if (cell === 'debit' && line.debit.trim() === '') focus(place, 'credit')
    else focus(place + 1, 'account')
  }
  return (
    <table className={classes.lines} ref={table} aria-label={t('lines')}>
      <thead>
        <tr>
          <th scope="col">{t('account')}</th>
          <th scope="col" className={classes.currencyCell}>
            {t('currency')}
          </th>
          <th scope="col" className={classes.amountCell}>
            {t('debit')}
          </th>
          <th scope="col" className={classes.amountCell}>
            {t('credit')}
          </th>
          <th scope="col" className={classes.removeCell} aria-label={t('remove-line')} />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <LineRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place in the journal
            key={place}
            line={line}
            place={place}
            accounts={accounts}
            onChange={part => change(place, part)}
            onEnter={cell => enter(place, cell)}
            onDifference={side => takeDifference(place, side)}
            onRemove={lines.length > 1 ? () => onLines(lines.filter((_, at) => at !== place)) : undefined}
          />
        ))}
      </tbody>
      <tfoot>
        {totals.map(total => (
          <TotalRow key={total.currency} total={total} />
        ))}
      </tfoot>
    </table>
  )
}

function TotalRow({ total: { currency, debitMinor, creditMinor, differenceMinor } }: { readonly total: LineTotals }) {
  const { t } = useTranslation('ledger')
  const isBalanced = differenceMinor === 0n
  return (
    <tr>
      <td colSpan={2}>
        {isBalanced ? (
          <Badge tone="right">{t('balanced')}</Badge>
        ) : (
          <span className={classes.difference}>
            <Badge tone="waiting">{t('difference')}</Badge>
            <Money amountMinor={differenceMinor} currency={currency} />
          </span>
        )}
      </td>
      <td className={classes.total}>
        <Money strong amountMinor={debitMinor} currency={currency} />
      </td>
      <td className={classes.total}>
        <Money strong amountMinor={creditMinor} currency={currency} />
      </td>
      <td />
    </tr>
  )
}
