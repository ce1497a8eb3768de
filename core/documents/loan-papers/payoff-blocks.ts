import { amountCell, type PaperTable } from '../table-cells.ts'
import type { DischargeModel, PayoffModel } from './loan-paper-model.ts'
import type { BlockPaper, PaperBlock } from './paper-blocks.ts'
import { paperRow } from './paper-rows.ts'
import type { PaperWriter } from './paper-writer.ts'

const clientFacts = (
  { clientName, clientNumber, clientAddress }: PayoffModel | DischargeModel,
  { labels, documentLabels }: PaperWriter,
): PaperBlock => ({
  kind: 'facts',
  facts: [
    { name: documentLabels.client, value: clientName },
    { name: documentLabels.clientNumber, value: clientNumber },
    ...(clientAddress === undefined ? [] : [{ name: labels.agreement.address, value: clientAddress }]),
  ],
})

/** What settles a loan on each of the next days, and until when that holds. Rule: D25. */
export function payoffBlocks(model: PayoffModel, writer: PaperWriter): BlockPaper {
  const { labels, date, within } = writer
  const { payoff, signatures } = labels
  return {
    title: labels.titles.payoff,
    facts: [labels.loan(within(model.loanNumber)), date(model.asOf)],
    blocks: [
      clientFacts(model, writer),
      { kind: 'message', text: payoff.about(within(model.loanNumber)) },
      { kind: 'table', table: payoffTable(model, writer) },
      { kind: 'text', text: payoff.until(within(date(model.quote.validUntil))) },
      { kind: 'signatures', people: [{ role: signatures.lender, name: '' }] },
    ],
  }
}

function payoffTable({ currency, quote }: PayoffModel, { labels, documentLabels }: PaperWriter): PaperTable {
  const { parts } = documentLabels.loan
  const isRounded = quote.days.some(({ amountMinor, inCashMinor }) => amountMinor !== inCashMinor)
  return {
    currency,
    columns: [
      { key: 'due_on', header: labels.payoff.day, kind: 'date' },
      { key: 'principal', header: parts.principal, kind: 'amount' },
      { key: 'interest', header: parts.interest, kind: 'amount' },
      { key: 'charges', header: labels.payoff.charges, kind: 'amount' },
      { key: 'total', header: labels.terms.columns.total, kind: 'amount' },
      ...(isRounded ? [{ key: 'in_cash', header: labels.payoff.inCash, kind: 'amount' } as const] : []),
    ],
    rows: quote.days.map(({ on, amountMinor, inCashMinor, parts: { principal, interest, fees, penalties } }) =>
      paperRow('line', [
        { kind: 'date', date: on },
        amountCell(principal),
        amountCell(interest),
        amountCell(fees + penalties),
        amountCell(amountMinor),
        ...(isRounded ? [amountCell(inCashMinor)] : []),
      ]),
    ),
    checks: [],
  }
}

/** That nothing is owed on a loan any more. Rule: D31. */
export function dischargeBlocks(model: DischargeModel, writer: PaperWriter): BlockPaper {
  const { labels, money, date, within } = writer
  const { discharge, signatures } = labels
  const lent = [within(money(model.lentMinor)), within(model.lentInWords)] as const
  const sentences = [
    discharge.about(...lent, within(date(model.paidOutOn)), within(date(model.settledOn))),
    discharge.nothingOwed(within(model.clientName), within(model.loanNumber)),
    ...(model.wasSecured ? [discharge.security] : []),
    ...(model.overpaidMinor > 0n ? [discharge.overpaid(within(money(model.overpaidMinor)))] : []),
  ]
  return {
    title: labels.titles.discharge,
    facts: [labels.loan(within(model.loanNumber)), date(model.asOf)],
    blocks: [
      clientFacts(model, writer),
      ...sentences.map((text): PaperBlock => ({ kind: 'message', text })),
      { kind: 'signatures', people: [{ role: signatures.lender, name: '' }] },
    ],
  }
}
