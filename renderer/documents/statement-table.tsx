import type { StatementModelRow } from '../../core/documents/document-model.ts'
import type { StatementLine } from './paginate-statement.ts'
import type { PaperWords } from './paper-words.ts'
import classes from './statement-table.module.css'

interface StatementTableProps {
  readonly lines: readonly StatementLine[]
  readonly words: PaperWords
  /** Figures are set smaller, the same on all pages. */
  readonly hasLongFigures: boolean
}

/** One page's lines under the table's head. */
export function StatementTable({ lines, words, hasLongFigures }: StatementTableProps) {
  const { labels } = words
  return (
    <table className={classes.table} data-long={hasLongFigures}>
      <colgroup>
        <col className={classes.date} />
        <col />
        <col className={classes.receipt} />
        <col className={classes.amount} />
        <col className={classes.amount} />
        <col className={classes.balance} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{labels.date}</th>
          <th scope="col">{labels.description}</th>
          <th scope="col" className={classes.figure}>
            {labels.receipt}
          </th>
          <th scope="col" className={classes.figure}>
            {labels.withdrawals}
          </th>
          <th scope="col" className={classes.figure}>
            {labels.deposits}
          </th>
          <th scope="col" className={classes.figure}>
            {labels.balance}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line =>
          line.kind === 'operation' ? (
            <OperationRow
              key={`${line.row.receipt ?? ''}/${line.row.balanceMinor}/${line.row.bookingDate}`}
              row={line.row}
              words={words}
            />
          ) : (
            <BalanceRow key={line.kind} line={line} words={words} />
          ),
        )}
      </tbody>
    </table>
  )
}

const Figure = ({ children }: { readonly children: string }) => (
  <td className={classes.figure}>
    <bdi dir="ltr">{children}</bdi>
  </td>
)

function OperationRow({ row, words }: { readonly row: StatementModelRow; readonly words: PaperWords }) {
  const { labels, date, amount, number, statementLine } = words
  const { amountMinor, bookingDate, valueDate, reversed, reversesReceipt } = row
  const remarks = [
    reversed ? labels.reversed : '',
    valueDate === bookingDate ? '' : `${labels.valueDate} ${date(valueDate)}`,
  ].filter(Boolean)
  return (
    <tr>
      <td>{date(bookingDate)}</td>
      <td>
        {reversesReceipt === undefined ? statementLine(row) : labels.reverses(number(reversesReceipt))}
        {remarks.length > 0 && <span className={classes.remark}>{remarks.join(', ')}</span>}
      </td>
      <Figure>{row.receipt === undefined ? '' : number(row.receipt)}</Figure>
      <Figure>{amountMinor < 0n ? amount(-amountMinor) : ''}</Figure>
      <Figure>{amountMinor > 0n ? amount(amountMinor) : ''}</Figure>
      <Figure>{amount(row.balanceMinor)}</Figure>
    </tr>
  )
}

function BalanceRow({
  line,
  words,
}: {
  readonly line: Exclude<StatementLine, { kind: 'operation' }>
  readonly words: PaperWords
}) {
  const { labels } = words
  const name = { opening: labels.opening, 'brought-forward': labels.broughtForward, closing: labels.closing }[line.kind]
  return (
    <tr className={line.kind === 'closing' ? classes.closing : classes.carried}>
      <td />
      <td colSpan={4}>{name}</td>
      <Figure>{words.amount(line.balanceMinor)}</Figure>
    </tr>
  )
}
