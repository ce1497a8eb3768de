import { expect, test } from 'vitest'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanSecurityAnswer } from '../../../core/query/loan-security-answers.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { draftLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const { conditions } = templateProduct('loan')
const drawer = { kind: 'drawer' } as const
const land = { type: 'loan.pledge', kind: 'land', description: 'Plot by the river', owner: 'Achieng' } as const

const securityOf = ({ books, desk }: Branch, loanId: string): LoanSecurityAnswer => {
  const answer = answerQuery(books, desk('officer'), { type: 'loan-security', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanSecurityAnswer
}

/** A client with savings of 6,000.00, who is not the borrower. */
function guarantorOf(branch: Branch, givenNames = 'Otieno', phone = '+254711000077') {
  const { created } = branch.must('officer', { type: 'client.register', client: newClient({ givenNames, phone }) })
  const guarantorId = created.clientId ?? ''
  const opened = branch.must('officer', { type: 'savings.open', clientId: guarantorId, productId: 'passbook-savings' })
  const accountId = opened.created.accountId ?? ''
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 600_000n, currency: 'KES' })
  return { guarantorId, accountId }
}

/** A draft that asks for one guarantor, and somebody who might be it. */
function asking() {
  const branch = makeBranch()
  const { clientId, accountId: borrowersAccount } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId, { product: { conditions: { ...conditions, guarantorsMin: 1 } } })
  const { guarantorId, accountId } = guarantorOf(branch)
  const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 400_000n } as const
  const heldOn = (id: string) => loadSavingsAccount(branch.books.db, id, null)?.heldMinor
  return { branch, clientId, borrowersAccount, loanId, guarantorId, accountId, word, heldOn }
}

function paidOut() {
  const asked = asking()
  const { branch, loanId, accountId, word } = asked
  const { created } = branch.must('officer', { ...word, accountId })
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const amount = { amountMinor: 1_000_000n, currency: 'KES' } as const
  branch.must('officer', { type: 'loan.disburse', loanId, ...amount, to: drawer })
  return { ...asked, guaranteeId: created.guaranteeId ?? '', holdId: created.holdId ?? '' }
}

test('[L47] as many clients as the product asks for stand for a loan: never the borrower, nobody twice', () => {
  const { branch, clientId, borrowersAccount, loanId, guarantorId, accountId, word } = asking()
  const submit = { type: 'loan.submit', loanId } as const
  expect(expectRefusal(branch.execute('officer', submit), 'guarantors-missing')).toMatchObject({ given: 0, needed: 1 })
  const own = expectRefusal(branch.execute('officer', { ...word, guarantorId: clientId }), 'field-invalid')
  expect([own.field, own.rule]).toEqual(['guarantorId', 'is-borrower'])
  expectRefusal(branch.execute('officer', { ...word, accountId: borrowersAccount }), 'account-of-other-client')
  const above = { ...word, accountId, coversMinor: 600_001n }
  expect(expectRefusal(branch.execute('officer', above), 'balance-below-minimum').availableMinor).toBe(600_000n)
  const preview = { type: 'preview', command: { ...word, accountId, key: branch.environment.newId() } } as const
  const previewed = answerQuery(branch.books, branch.desk('officer'), preview, [])
  expect(previewed).toMatchObject({ value: { effect: { funds: [{ accountId, heldAfterMinor: 400_000n }] } } })
  branch.must('officer', word)
  const twice = expectRefusal(branch.execute('officer', word), 'field-invalid')
  expect([twice.field, twice.rule]).toEqual(['guarantorId', 'said-before'])
  branch.must('officer', submit)
  expect(securityOf(branch, loanId)).toMatchObject({ guarantorsMin: 1, guaranteedMinor: 400_000n })
  expect(securityOf(branch, loanId).guarantors[0]).toMatchObject({ guarantorId, standing: 'standing', heldMinor: 0n })
  expectBooksToBalance(branch)
})

test('[L47] who is not known well enough for the product does not guarantee', () => {
  const { branch, guarantorId } = asking()
  const idDocument = { kind: 'national-id', number: '24681357' } as const
  const known = newClient({ givenNames: 'Wanjiku', phone: '+254711000078', idDocument })
  const { created } = branch.must('officer', { type: 'client.register', client: known })
  const loanId = draftLoan(branch, created.clientId ?? '', { product: { kycTier: 2 } })
  const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 1n } as const
  expect(expectRefusal(branch.execute('officer', word), 'kyc-tier-too-low')).toMatchObject({ tier: 1, needed: 2 })
})

test('[L47] an approval and a payment ask for the guarantors again', () => {
  const { branch, loanId, word } = asking()
  const { guaranteeId = '' } = branch.must('officer', word).created
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('officer', { type: 'loan.release-guarantor', loanId, guaranteeId })
  expectRefusal(branch.execute('manager', { type: 'loan.approve', loanId }), 'guarantors-missing')
  const again = branch.must('officer', word).created.guaranteeId ?? ''
  branch.must('manager', { type: 'loan.approve', loanId })
  branch.must('officer', { type: 'loan.release-guarantor', loanId, guaranteeId: again })
  const disburse = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to: drawer } as const
  expectRefusal(branch.execute('officer', disburse), 'guarantors-missing')
  expectBooksToBalance(branch)
})

test('[L47] what a guarantor has set aside is held until the loan is settled, and is held again when that is reversed', () => {
  const { branch, loanId, accountId, holdId, heldOn } = paidOut()
  expect(heldOn(accountId)).toBe(400_000n)
  const take = { type: 'savings.withdraw', accountId, amountMinor: 300_000n, currency: 'KES' } as const
  expectRefusal(branch.execute('officer', take), 'balance-below-minimum')
  expectRefusal(branch.execute('manager', { type: 'hold.release', holdId }), 'hold-of-loan')
  const capture = {
    type: 'hold.capture',
    holdId,
    amountMinor: 1n,
    target: { kind: 'ledger', account: '4200' },
  } as const
  expectRefusal(branch.execute('manager', capture, 'head-office'), 'hold-of-loan')
  const all = { type: 'loan.repay', loanId, amountMinor: 1_300_000n, currency: 'KES', from: drawer } as const
  const { record } = branch.must('officer', all)
  expect([loanOf({ branch, loanId }).state, heldOn(accountId)]).toEqual(['overpaid', 0n])
  expect(securityOf(branch, loanId).guarantors[0]).toMatchObject({ standing: 'settled', heldMinor: 0n })
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' })
  expect([loanOf({ branch, loanId }).state, heldOn(accountId)]).toEqual(['active', 400_000n])
  expectBooksToBalance(branch)
})

test('[L47] an account that was closed meanwhile holds nothing again', () => {
  const { branch, loanId, accountId, heldOn } = paidOut()
  const all = { type: 'loan.repay', loanId, amountMinor: 1_300_000n, currency: 'KES', from: drawer } as const
  const { record } = branch.must('officer', all)
  branch.must('officer', { type: 'savings.close', accountId, payout: drawer }, 'manager')
  branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' })
  expect([loanOf({ branch, loanId }).state, heldOn(accountId)]).toEqual(['active', 0n])
  expectBooksToBalance(branch)
})

test('[L47] once money is out a guarantor is let go by two people, before that by one', () => {
  const { branch, loanId, accountId, guaranteeId, heldOn } = paidOut()
  const release = { type: 'loan.release-guarantor', loanId, guaranteeId } as const
  expectRefusal(branch.execute('officer', release), 'second-person-needed')
  branch.must('officer', release, 'manager')
  expect(heldOn(accountId)).toBe(0n)
  expectRefusal(branch.execute('officer', release, 'manager'), 'security-unknown')
  expect(securityOf(branch, loanId)).toMatchObject({ guaranteedMinor: 0n, guarantors: [{ standing: 'released' }] })
  expectBooksToBalance(branch)
})

test.each([
  ['loan.reject', 'manager', { reason: 'security' }],
  ['loan.withdraw', 'officer', {}],
  ['loan.cancel', 'manager', {}],
] as const)('[L47] %s frees what is held for the application', (type, role, said) => {
  const { branch, loanId, accountId, word, heldOn } = asking()
  branch.must('officer', { ...word, accountId })
  branch.must('officer', { type: 'loan.submit', loanId })
  expect(heldOn(accountId)).toBe(400_000n)
  branch.must(role, { type, loanId, ...said } as never)
  expect(heldOn(accountId)).toBe(0n)
  expectBooksToBalance(branch)
})

test('[L48][W82] a thing is pledged for one open loan at a time, however its number is written, the loan is set against its value, and its papers are seen', () => {
  const { branch, clientId, loanId } = asking()
  const paper = new TextEncoder().encode('%PDF-1.7 title deed')
  const pledge = { ...land, loanId, valueMinor: 3_000_000n, reference: 'KSM/1182 b', attachments: [paper] }
  const { created, record } = branch.must('officer', pledge)
  const other = draftLoan(branch, clientId)
  const again = { ...land, loanId: other, valueMinor: 1n, reference: 'ksm 1182-B' }
  const { number } = expectRefusal(branch.execute('officer', again), 'collateral-pledged')
  expect(number).toBe(loanOf({ branch, loanId }).number)
  expect(outcomeType(branch.execute('officer', { ...again, kind: 'vehicle' }))).toBe('posted')
  const security = securityOf(branch, loanId)
  expect(security).toMatchObject({ collateralMinor: 3_000_000n, loanToValuePercent: '33.33' })
  const { description, owner, reference } = pledge
  expect(security.collateral).toMatchObject([
    { description, owner, reference, record, attachments: [{ mediaType: 'application/pdf' }] },
  ])
  const ask = { type: 'collateral-paper', loanId, collateralId: created.collateralId ?? '', place: 0 } as const
  const seen = answerQuery(branch.books, branch.desk('officer'), ask, [])
  expect(seen).toMatchObject({ ok: true, value: { mediaType: 'application/pdf', bytes: paper } })
  const ofAnother = answerQuery(branch.books, branch.desk('officer'), { ...ask, loanId: other }, [])
  expect(expectRefusal(ofAnother, 'security-unknown')).toEqual({ type: 'security-unknown' })
  branch.must('officer', { type: 'loan.release-collateral', loanId, collateralId: created.collateralId ?? '' })
  branch.must('officer', again)
  expect(securityOf(branch, loanId).loanToValuePercent).toBeUndefined()
  expectBooksToBalance(branch)
})

test('[L48] what was pledged for a loan that came to nothing is free for another, and two people release what secures money', () => {
  const { branch, clientId, loanId } = asking()
  const pledge = { ...land, loanId, valueMinor: 3_000_000n, reference: 'KSM/1182' }
  branch.must('officer', pledge)
  branch.must('officer', { type: 'loan.withdraw', loanId })
  const other = draftLoan(branch, clientId)
  const { created } = branch.must('officer', { ...pledge, loanId: other })
  branch.must('officer', { type: 'loan.submit', loanId: other })
  branch.must('manager', { type: 'loan.approve', loanId: other })
  const amount = { amountMinor: 1_000_000n, currency: 'KES' } as const
  branch.must('officer', { type: 'loan.disburse', loanId: other, ...amount, to: drawer })
  const release = { type: 'loan.release-collateral', loanId: other, collateralId: created.collateralId ?? '' } as const
  expectRefusal(branch.execute('officer', release), 'second-person-needed')
  branch.must('officer', release, 'manager')
  expectBooksToBalance(branch)
})
