import { sumMinor } from '../../money/amount.ts'
import { amountCell, empty, type PaperTable, textCell } from '../table-cells.ts'
import type { Payout, VoucherModel } from './loan-paper-model.ts'
import type { BlockPaper } from './paper-blocks.ts'
import { paperRow } from './paper-rows.ts'
import type { PaperWriter } from './paper-writer.ts'

/** That money of a loan was paid out, how, and on whose word: signed by who gave it, who approved it and who got it. Rule: D29. */
export function voucherBlocks(model: VoucherModel, writer: PaperWriter): BlockPaper {
  const { labels, documentLabels, money, date, within } = writer
  const { voucher, signatures } = labels
  const approved = model.approvedBy.map(name => ({ role: signatures.approvedBy, name }))
  return {
    title: labels.titles.voucher,
    facts: [labels.loan(within(model.loanNumber)), date(model.asOf)],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: documentLabels.client, value: model.clientName },
          { name: documentLabels.clientNumber, value: model.clientNumber },
          { name: documentLabels.product, value: model.productName },
          { name: documentLabels.officer, value: model.officerName },
          { name: voucher.approvedBy, value: model.approvedBy.join(labels.terms.comma) },
        ],
      },
      { kind: 'table', table: payoutTable(model, writer) },
      {
        kind: 'signatures',
        text: voucher.received(within(money(model.handedOutMinor)), within(model.handedOutInWords)),
        people: [
          { role: signatures.paidBy, name: '' },
          { role: signatures.receivedBy, name: model.clientName },
          ...approved,
        ],
      },
    ],
  }
}

function payoutTable({ currency, payouts }: VoucherModel, { labels: { voucher, terms } }: PaperWriter): PaperTable {
  const { columns } = voucher
  const sumOf = (of: (payout: Payout) => bigint) => amountCell(sumMinor(payouts.map(of)))
  const handedOut = ({ principalMinor, keptBackMinor }: Payout): bigint => principalMinor - keptBackMinor
  return {
    currency,
    columns: [
      { key: 'date', header: columns.on, kind: 'date' },
      { key: 'way', header: columns.way, kind: 'text' },
      { key: 'receipt', header: columns.receipt, kind: 'number' },
      { key: 'paid_out', header: columns.paidOut, kind: 'amount' },
      { key: 'kept_back', header: columns.keptBack, kind: 'amount' },
      { key: 'handed_out', header: columns.handedOut, kind: 'amount' },
    ],
    rows: [
      ...payouts.map(payout =>
        paperRow('line', [
          { kind: 'date', date: payout.on },
          textCell(payout.toAccount === undefined ? voucher.inCash : voucher.toAccount(payout.toAccount)),
          payout.receipt === undefined ? empty : { kind: 'number', number: payout.receipt },
          amountCell(payout.principalMinor),
          amountCell(payout.keptBackMinor),
          amountCell(handedOut(payout)),
        ]),
      ),
      paperRow('total', [
        empty,
        textCell(terms.inAll),
        empty,
        sumOf(({ principalMinor }) => principalMinor),
        sumOf(({ keptBackMinor }) => keptBackMinor),
        sumOf(handedOut),
      ]),
    ],
    checks: [],
  }
}
