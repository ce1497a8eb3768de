import { expect, test } from 'vitest'
import { blockPaper } from '../../../core/documents/loan-papers/block-paper.ts'
import { loanPaperKinds } from '../../../core/documents/loan-papers/loan-paper-model.ts'
import type { PaperBlock } from '../../../core/documents/loan-papers/paper-blocks.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { nextDay } from '../../support/lent-books.ts'
import { approvedLoan, draftLoan, type Lending, type LoanAsked, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'
import { chargedLoan, paperOf } from './support/loan-papers.ts'

function pageOf({ branch, loanId }: Lending): LoanAnswer {
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'loan', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAnswer
}

test('[D26] the key facts of an offer are the schedule on the screen, and each charge by itself adds up to the fees', () => {
  const lending = approvedLoan(makeBranch(), chargedLoan)
  const { figures } = paperOf(lending, 'key-facts')
  const { installments } = pageOf(lending)
  expect(figures.installments).toEqual(installments)
  expect(figures.toPayMinor).toBe(sumMinor(installments.map(({ due }) => portionsTotal(due))))
  expect(figures.receivedMinor).toBe(1_000_000n - 15_000n - 2_500n)
  expect(figures.charges.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
    ['entry', 15_000n],
    ['card', 2_500n],
    ['collecting', 1_800n],
    ['insurance', expect.any(BigInt)],
    ['visit', 4_000n],
  ])
  expect(sumMinor(figures.charges.map(({ amountMinor }) => amountMinor))).toBe(figures.feesMinor)
  expect(figures.costMinor).toBe(figures.interestMinor + figures.feesMinor)
  expect(figures.toPayMinor - figures.receivedMinor).toBe(figures.costMinor)
})

test('[D26] once it is paid out, the key facts stay those of the offer, from the day of the disbursement', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 6 })
  const before = paperOf(lending, 'key-facts')
  nextDay(lending, '2026-04-20')
  repay(lending, 250_000n)
  const after = paperOf(lending, 'key-facts')
  expect(after.figures).toEqual(before.figures)
  expect([before.asOf, after.asOf]).toEqual(['2026-03-02', '2026-04-20'])
})

/** CGAP's standard case, 1,000 over four months at 3 percent a month: 36.0 percent nominal and 42.6 compounded on what is outstanding. */
test('[D26] the yearly rate that the law of the country asks for is told first', () => {
  const product = { annualPercent: { min: rate('36'), max: rate('36'), default: rate('36') } }
  const terms: LoanAsked = { installments: 4, principalMinor: 100_000n, product }
  const kenyan = paperOf(approvedLoan(makeBranch(), terms), 'key-facts')
  expect(kenyan.rates).toMatchObject({
    first: 'aprc',
    apr: expect.stringMatching(/^36(\.0\d?)?$/),
    aprc: expect.stringMatching(/^42\.[56]/),
    effective: expect.stringMatching(/^42\.[56]/),
  })
  const american = paperOf(approvedLoan(makeBranch({ country: 'US' }), terms), 'key-facts')
  expect(american.rates).toMatchObject({
    first: 'apr',
    apr: kenyan.rates.apr,
    effective: expect.stringMatching(/^42\.[56]/),
  })
})

test('[D28] the agreement says the amounts in words and what a payment pays first', () => {
  const model = paperOf(approvedLoan(makeBranch(), chargedLoan), 'agreement')
  expect(model).toMatchObject({
    lentInWords: 'Ten thousand Kenyan shillings only',
    receivedInWords: 'Nine thousand eight hundred and twenty-five Kenyan shillings only',
    order: ['penalties', 'fees', 'interest', 'principal'],
  })
})

test('[D26] a paper of a loan that is not there is refused', () => {
  const { books, desk } = makeBranch()
  const loanId = '01890a5d-ac96-774b-bcce-b302099a8058'
  const read = readDocument(books, desk('officer'), { kind: 'loan-paper', paper: 'key-facts', loanId, locale: 'en' })
  expect(read).toEqual({ ok: false, refusal: { type: 'loan-unknown' } })
})

test('[D28] the agreement names who and what stands for the loan, and nobody who was let go', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId)
  const guarantors = ['Wambui', 'Njeri'].map((givenNames, place) => {
    const client = newClient({ givenNames, phone: `+25471100010${place}` })
    return branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  })
  const [, second = ''] = guarantors.map(guarantorId => {
    const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 400_000n } as const
    return branch.must('officer', word).created.guaranteeId
  })
  branch.must('officer', { type: 'loan.release-guarantor', loanId, guaranteeId: second })
  const thing = {
    kind: 'vehicle',
    description: 'Motorcycle',
    owner: 'Achieng Odhiambo',
    reference: 'KMEA 123',
  } as const
  branch.must('officer', { type: 'loan.pledge', loanId, ...thing, valueMinor: 900_000n })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const { kind: _, ...named } = thing
  expect(paperOf({ branch, loanId }, 'agreement').security).toEqual({
    guarantors: [{ name: expect.stringContaining('Wambui'), number: expect.any(String), coversMinor: 400_000n }],
    pledged: [{ ...named, valueMinor: 900_000n }],
  })
})

test('[D28][D26] the agreement names the group that is liable together, and it and the key facts the savings that are held', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const second = branch.must('officer', {
    type: 'client.register',
    client: newClient({ givenNames: 'Brenda', phone: '+254711000091' }),
  })
  const members = [clientId, second.created.clientId ?? '']
  const { groupId = '' } = branch.must('officer', { type: 'group.form', name: 'Umoja', members }).created
  const { conditions } = templateProduct('loan')
  const product = { conditions: { ...conditions, groupLateDaysMax: 0, compulsorySavingsPercent: rate('10') } }
  const loanId = draftLoan(branch, clientId, { product, groupId })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const agreement = paperOf({ branch, loanId }, 'agreement')
  expect(agreement.security.group).toEqual({
    name: 'Umoja',
    members: [expect.any(String), expect.stringMatching(/^Brenda/)],
  })
  const said = (blocks: readonly PaperBlock[]) => blocks.flatMap(block => ('text' in block ? [block.text ?? ''] : []))
  const agreed = said(blockPaper(agreement).blocks).join(' ')
  expect(agreed).toContain('liable together')
  const held = '% of the loan stays held on the borrower’s own savings'
  for (const words of [agreed, said(blockPaper(paperOf({ branch, loanId }, 'key-facts')).blocks).join(' ')])
    expect(words).toContain(held)
})

test('[D29] the voucher says what was paid out, kept back and handed out, how, and who approved it', () => {
  const lending = paidOutLoan(makeBranch(), chargedLoan)
  expect(paperOf(lending, 'voucher')).toMatchObject({
    payouts: [{ on: '2026-03-02', receipt: 1, principalMinor: 1_000_000n, keptBackMinor: 17_500n }],
    handedOutMinor: 982_500n,
    handedOutInWords: 'Nine thousand eight hundred and twenty-five Kenyan shillings only',
    approvedBy: ['Daniel Otieno'],
  })
  expect(() => paperOf(approvedLoan(makeBranch()), 'voucher')).toThrow('loan-state')
})

test('[D29] the voucher names the account that the money went to, and nothing of what was reversed', () => {
  const { branch, loanId, accountId, ...lending } = approvedLoan(makeBranch())
  const disburse = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES' } as const
  const wrong = branch.must('officer', { ...disburse, to: { kind: 'drawer' } })
  branch.must('manager', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-account' })
  branch.must('officer', { ...disburse, to: { kind: 'savings', accountId } })
  const { payouts } = paperOf({ ...lending, branch, loanId }, 'voucher')
  expect(payouts).toMatchObject([{ toAccount: expect.stringMatching(/^S/), keptBackMinor: 0n }])
})

test('[D30] the statement of a loan has what befell it, how it stands, and what is still to come, as the loan page has', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch } = lending
  nextDay(lending, '2026-04-12')
  const wrong = repay(lending, 10_000n)
  branch.must('manager', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' })
  repay(lending, 100_000n)
  const statement = paperOf(lending, 'statement')
  const page = pageOf(lending)
  expect(statement).toMatchObject({
    daysPastDue: page.daysPastDue,
    arrearsMinor: page.arrearsMinor,
    payoffMinor: page.payoffMinor,
    toCome: page.installments,
  })
  expect(statement.rows.map(({ operation, isReversed, amountMinor }) => [operation, isReversed, amountMinor])).toEqual([
    ['loan.disbursed', false, 1_000_000n],
    ['loan.repaid', true, undefined],
    ['operation.reversed', false, undefined],
    ['loan.repaid', false, 100_000n],
  ])
  const last = statement.rows.at(-1)
  expect(last?.leftMinor).toBe(statement.outstanding.principal)
  expect(last?.parts && portionsTotal(last.parts)).toBe(100_000n)
})

test('[D31] a letter of discharge is for a loan on which nothing is owed, and says so of no other', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  expect(() => paperOf(lending, 'discharge')).toThrow('loan-state')
  nextDay(lending, '2026-03-20')
  const { days } = paperOf(lending, 'payoff').quote
  repay(lending, days[0]?.amountMinor ?? 0n)
  expect(paperOf(lending, 'discharge')).toMatchObject({
    lentInWords: 'Ten thousand Kenyan shillings only',
    paidOutOn: '2026-03-02',
    settledOn: '2026-03-20',
    overpaidMinor: 0n,
    wasSecured: false,
  })
  expect(() => paperOf(lending, 'payoff')).toThrow('loan-state')
})

test('[D33] each state of a loan has its papers, and no other', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const lending = { branch, loanId: draftLoan(branch, clientId) }
  const given = () =>
    loanPaperKinds.filter(paper => {
      const asked = { kind: 'loan-paper', paper, loanId: lending.loanId, locale: 'en' } as const
      const read = readDocument(branch.books, branch.desk('officer'), asked)
      if (!read.ok) expect(read.refusal.type).toBe('loan-state')
      return read.ok
    })
  expect(given()).toEqual(['key-facts'])
  branch.must('teller', { type: 'loan.submit', loanId: lending.loanId })
  branch.must('manager', { type: 'loan.approve', loanId: lending.loanId })
  expect(given()).toEqual(['key-facts', 'agreement'])
  const { loanId } = lending
  const asked = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES' } as const
  branch.must('officer', { ...asked, to: { kind: 'drawer' } })
  expect(given()).toEqual(['key-facts', 'agreement', 'voucher', 'statement', 'payoff'])
  repay({ ...lending, clientId, accountId: '', drawerId: '' }, 1_500_000n)
  expect(given()).toEqual(['key-facts', 'agreement', 'voucher', 'statement', 'discharge'])
  const rejected = draftLoan(branch, clientId)
  branch.must('officer', { type: 'loan.withdraw', loanId: rejected })
  expect(() => paperOf({ branch, loanId: rejected }, 'key-facts')).toThrow('loan-state')
})

test('[D26][D30] what a schedule says in all is what its lines come to', () => {
  const lending = paidOutLoan(makeBranch(), { ...chargedLoan, installments: 18 })
  nextDay(lending, '2026-05-20')
  repay(lending, 150_000n)
  const inAll = (['key-facts', 'agreement', 'statement'] as const).map(paper => {
    const table = blockPaper(paperOf(lending, paper))
      .blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []))
      .find(({ columns }) => columns.some(({ key }) => key === 'due_on'))
    const amounts = (kind: string) =>
      (table?.rows ?? [])
        .filter(row => row.kind === kind)
        .map(({ cells }) => cells.map(cell => (cell.kind === 'amount' ? cell.amountMinor : 0n)).slice(2, 6))
    const [total = []] = amounts('total')
    expect(total).toEqual([0, 1, 2, 3].map(place => sumMinor(amounts('line').map(line => line[place] ?? 0n))))
    return total.at(-1)
  })
  const { figures } = paperOf(lending, 'key-facts')
  expect(inAll).toEqual([
    figures.toPayMinor,
    figures.toPayMinor,
    portionsTotal(paperOf(lending, 'statement').outstanding),
  ])
})
