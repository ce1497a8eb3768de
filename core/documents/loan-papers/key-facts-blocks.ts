import { costsTable } from './costs-table.ts'
import type { KeyFactsModel } from './loan-paper-model.ts'
import { loanScheduleTable } from './loan-schedule-table.ts'
import type { BlockPaper, PaperBlock, PaperFact } from './paper-blocks.ts'
import type { PaperWriter } from './paper-writer.ts'
import {
  countedWords,
  earlySentences,
  firstRate,
  installmentWords,
  lateSentences,
  rateFacts,
  savingsSentences,
} from './told-terms.ts'

/** What a borrower has to know of an offer before signing anything: what it costs, when, and what if. Rule: D26. */
export function keyFactsBlocks(model: KeyFactsModel, writer: PaperWriter): BlockPaper {
  const { labels, documentLabels, money, date } = writer
  const { terms, keyFacts, signatures } = labels
  const { figures, agreement, rates, product } = model
  const [first, last] = [figures.installments[0], figures.installments.at(-1)]
  const [, ...otherRates] = rateFacts(model, writer)
  const figure = (name: string, amountMinor: bigint): PaperFact => ({ name, value: money(amountMinor), isFigure: true })
  return {
    title: labels.titles['key-facts'],
    facts: [labels.loan(writer.within(model.loanNumber)), date(model.asOf)],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: documentLabels.client, value: model.clientName },
          { name: documentLabels.clientNumber, value: model.clientNumber },
          { name: documentLabels.product, value: product.name },
          { name: documentLabels.officer, value: model.officerName },
        ],
      },
      {
        kind: 'highlights',
        facts: [
          figure(terms.lent, agreement.principalMinor),
          figure(terms.inHand, figures.receivedMinor),
          figure(terms.toPay, figures.toPayMinor),
          firstRate(model, writer),
        ],
      },
      {
        kind: 'facts',
        facts: [
          { name: terms.installments, value: countedWords(model, writer) },
          { name: terms.each, value: installmentWords(model, writer), isFigure: true },
          { name: terms.paidOutOn, value: date(figures.startsOn) },
          { name: terms.firstDue, value: first ? date(first.dueOn) : '' },
          { name: terms.lastDue, value: last ? date(last.dueOn) : '' },
          {
            name: terms.nominal,
            value: `${terms.yearly(writer.percent(agreement.annualPercent))}, ${terms.method[product.schedule.interestMethod]}`,
          },
          ...otherRates,
        ],
      },
      { kind: 'text', text: terms.rateAbout[rates.first] },
      { kind: 'heading', text: terms.costs },
      { kind: 'table', table: costsTable(model, writer) },
      ...savingsSentences(model, writer).map((text): PaperBlock => ({ kind: 'text', text })),
      { kind: 'heading', text: terms.late },
      { kind: 'text', text: lateSentences(model, writer).join(' ') },
      { kind: 'heading', text: terms.early },
      { kind: 'text', text: earlySentences(model, writer).join(' ') },
      { kind: 'heading', text: keyFacts.rights },
      { kind: 'points', points: keyFacts.rightsOf },
      { kind: 'heading', text: terms.schedule },
      { kind: 'table', table: loanScheduleTable(model, writer), startsPage: true },
      { kind: 'text', text: terms.planned },
      {
        kind: 'signatures',
        text: keyFacts.received,
        people: [
          { role: signatures.borrower, name: model.clientName },
          { role: signatures.lender, name: model.officerName },
        ],
      },
    ],
  }
}
