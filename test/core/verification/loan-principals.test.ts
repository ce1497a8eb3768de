import { expect, test } from 'vitest'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { makeBranch } from '../../support/branch.ts'
import { paidOutLoan } from '../../support/loans.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import { postEntries } from '../../support/post-entries.ts'

test('[V8] principal that is booked to a loan beside what it has come to is seen, though the control account agrees', () => {
  const { branch, loanId, clientId } = paidOutLoan(makeBranch())
  const other = branch.must('officer', {
    type: 'loan.draft',
    clientId,
    productId: 'microfinance-business-loan',
    principalMinor: 1_000_000n,
  })
  spoiledOnPurpose(branch, 'principal is moved from one loan to another')
  const line = { account: '1210', currency: 'KES' } as const
  postEntries(branch, [
    {
      description: 'correction',
      lines: [
        { ...line, subAccount: loanId, amountMinor: -1n },
        { ...line, subAccount: other.created.loanId ?? '', amountMinor: 1n },
      ],
    },
  ])
  const found = verifyBooks(branch.books).findings.filter(({ type }) => type === 'control-differs')
  expect(found.map(({ where }) => where)).toEqual([
    expect.stringContaining('owes 999999 minor units of KES, it has come to 1000000'),
    expect.stringContaining('owes 1 minor units of KES, it has come to 0'),
  ])
})
