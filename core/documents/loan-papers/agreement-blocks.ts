import type { AgreementModel } from './loan-paper-model.ts'
import { loanScheduleTable } from './loan-schedule-table.ts'
import type { BlockPaper, PaperBlock } from './paper-blocks.ts'
import type { PaperWriter } from './paper-writer.ts'
import { chargeWhen, countedWords, earlySentences, lateSentences, rateFacts, savingsSentences } from './told-terms.ts'

interface Clause {
  readonly title: string
  readonly text: string
}

/** What both sides sign: who, how much, when, what if, and every payment. Rule: D28. */
export function agreementBlocks(model: AgreementModel, writer: PaperWriter): BlockPaper {
  const { labels, documentLabels, date, number } = writer
  const { terms, agreement, signatures } = labels
  return {
    title: labels.titles.agreement,
    facts: [labels.loan(writer.within(model.loanNumber)), date(model.asOf)],
    blocks: [
      { kind: 'heading', text: agreement.between },
      {
        kind: 'facts',
        facts: [
          { name: agreement.lender, value: model.institutionName },
          { name: documentLabels.branch, value: model.branchName },
          { name: documentLabels.officer, value: model.officerName },
          { name: signatures.borrower, value: model.clientName },
          { name: documentLabels.clientNumber, value: model.clientNumber },
          ...(model.clientAddress === undefined ? [] : [{ name: agreement.address, value: model.clientAddress }]),
        ],
      },
      ...clausesOf(model, writer).map(
        ({ title, text }, place): PaperBlock => ({ kind: 'clause', number: number(place + 1), title, text }),
      ),
      {
        kind: 'signatures',
        people: [
          { role: signatures.borrower, name: model.clientName },
          { role: signatures.lender, name: '' },
          ...model.security.guarantors.map(({ name }) => ({ role: signatures.guarantor, name })),
          { role: signatures.witness, name: '' },
        ],
      },
      { kind: 'heading', text: terms.schedule },
      { kind: 'table', table: loanScheduleTable(model, writer), startsPage: true },
      { kind: 'text', text: terms.planned },
    ],
  }
}

function clausesOf(model: AgreementModel, writer: PaperWriter): readonly Clause[] {
  const { labels } = writer
  const { terms, agreement } = labels
  const parts = model.order.map(component => agreement.order.parts[component])
  return [
    ...moneyClauses(model, writer),
    { title: agreement.order.title, text: agreement.order.text(parts.join(terms.comma)) },
    { title: `${terms.late}.`, text: lateSentences(model, writer).join(' ') },
    { title: `${terms.early}.`, text: earlySentences(model, writer).join(' ') },
    ...securityClause(model, writer),
    agreement.change,
    agreement.copies,
  ]
}

function moneyClauses(model: AgreementModel, writer: PaperWriter): readonly Clause[] {
  const { labels, money, date, percent, within } = writer
  const { terms, agreement: words } = labels
  const { agreement, figures, product, lentInWords, receivedInWords } = model
  const amount = (minor: bigint): string => within(money(minor))
  const day = (on: typeof figures.startsOn | undefined): string => (on ? within(date(on)) : '')
  const keptBackMinor = agreement.principalMinor - figures.receivedMinor
  const [rate] = rateFacts(model, writer)
  const due = figures.installments.map(({ dueOn }) => dueOn)
  const charged = figures.charges.map(charge =>
    words.fees.one(within(charge.name), amount(charge.amountMinor), chargeWhen(model, charge, writer)),
  )
  return [
    { title: words.loan.title, text: words.loan.text(amount(agreement.principalMinor), within(lentInWords)) },
    {
      title: words.payingOut.title,
      text:
        keptBackMinor === 0n
          ? words.payingOut.inFull(day(figures.startsOn))
          : words.payingOut.lessFees(
              day(figures.startsOn),
              amount(figures.receivedMinor),
              within(receivedInWords),
              amount(keptBackMinor),
            ),
    },
    {
      title: words.payingBack.title,
      text:
        due.length === 1
          ? words.payingBack.once(day(due[0]), amount(figures.toPayMinor))
          : words.payingBack.text(
              countedWords(model, writer),
              day(due[0]),
              day(due.at(-1)),
              amount(figures.toPayMinor),
            ),
    },
    {
      title: words.interest.title,
      text: [
        words.interest.text(
          within(terms.yearly(percent(agreement.annualPercent))),
          terms.method[product.schedule.interestMethod],
        ),
        ...(rate ? [words.interest.withFees(within(rate.value), rate.name)] : []),
      ].join(' '),
    },
    { title: words.fees.title, text: charged.length === 0 ? words.fees.none : charged.join(' ') },
  ]
}

/** Who and what stands for the loan; nothing where nobody and nothing does. */
function securityClause(model: AgreementModel, writer: PaperWriter): readonly Clause[] {
  const { security } = model
  const { labels, money, within } = writer
  const words = labels.agreement.security
  const amount = (minor: bigint): string => within(money(minor))
  const { group } = security
  const said = [
    ...(group ? [words.group(within(group.name), within(group.members.join(labels.terms.comma)))] : []),
    ...savingsSentences(model, writer),
    ...security.guarantors.flatMap(({ name, number, coversMinor, heldOn }) => [
      words.guarantor(within(name), within(number), amount(coversMinor)),
      ...(heldOn === undefined ? [] : [words.held(within(heldOn))]),
    ]),
    ...security.pledged.map(({ description, reference, owner, valueMinor }) =>
      words.pledged(
        within(reference === undefined ? description : `${description} (${reference})`),
        within(owner),
        amount(valueMinor),
      ),
    ),
  ]
  return said.length === 0 ? [] : [{ title: words.title, text: said.join(' ') }]
}
