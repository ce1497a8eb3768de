import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillTemplate } from '../../../core/manual-journals/fill-template.ts'
import type { TemplateLine } from '../../../core/manual-journals/journal-template.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { journalTemplates } from '../../../core/storage/journal-templates.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openBranch, rent } from './journal-lines.ts'

const line = (account: string, side: 'debit' | 'credit', rest: Partial<TemplateLine> = {}) => ({
  account,
  side,
  ...rest,
})
const office = (...lines: TemplateLine[]) => ({
  type: 'journal-template.save' as const,
  name: 'Office of Kisumu',
  purpose: 'expense' as const,
  currency: 'KES' as const,
  lines,
})
const fixed = office(line('5400', 'debit', { amountMinor: 500n }), line('2250', 'credit', { amountMinor: 500n }))
const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

test.each([
  ['officer', 'not-permitted'],
  ['manager', 'not-permitted'],
  ['accountant', 'posted'],
  ['head-office', 'posted'],
] as const)('[A1][G7] a template saved by the %s gives %s', (role, expected) => {
  const branch = makeBranch()
  expect(outcomeType(branch.execute(role, fixed))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  // what is wrong                     template                                                    expected, in order of precedence
  ['a template that is not there', { ...fixed, templateId: unknown, lines: [] }, 'template-unknown', undefined],
  [
    'a control account',
    office(line('5400', 'debit', { shareBp: 1 }), line('1120', 'credit')),
    'ledger-account-controlled',
    1,
  ],
  [
    'shares of 99.99 %',
    office(line('5400', 'debit', { shareBp: 9_999 }), line('2250', 'credit')),
    'shares-not-whole',
    undefined,
  ],
  [
    'shares against a fixed amount',
    office(line('5400', 'debit', { shareBp: 10_000 }), line('2250', 'credit', { amountMinor: 1n })),
    'entry-unbalanced',
    undefined,
  ],
  [
    'fixed amounts that differ',
    office(line('5400', 'debit', { amountMinor: 2n }), line('2250', 'credit', { amountMinor: 1n })),
    'entry-unbalanced',
    undefined,
  ],
  [
    'a blank that can make up for it',
    office(line('5400', 'debit', { amountMinor: 2n }), line('2250', 'credit')),
    'posted',
    undefined,
  ],
] as const)('[G7] %s: a template is %s', (_what, template, expected, place) => {
  const branch = makeBranch()
  const lines = template.lines.length > 0 ? [...template.lines] : [...fixed.lines]
  const result = branch.execute('accountant', { ...template, lines })
  expect(outcomeType(result)).toBe(expected)
  if (place !== undefined && !result.ok) expect(result.refusal).toMatchObject({ line: place })
  expectBooksToBalance(branch)
})

test('[G7] a template has versions, and none once it is retired', () => {
  const branch = openBranch()
  const { templateId = '' } = branch.must('accountant', fixed).created
  branch.must('accountant', { ...fixed, templateId, name: 'Offices' })
  expect(journalTemplates(branch.books.db)).toMatchObject([
    { templateId, version: 2, name: 'Offices', lines: fixed.lines },
  ])
  branch.must('accountant', { ...rent, templateId }, 'manager')
  branch.must('accountant', { type: 'journal-template.retire', templateId })
  expect(journalTemplates(branch.books.db)).toEqual([])
  expectRefusal(branch.execute('accountant', { type: 'journal-template.retire', templateId }), 'template-unknown')
  expectRefusal(branch.execute('accountant', { ...fixed, templateId }), 'template-unknown')
  expectRefusal(branch.execute('accountant', { ...rent, templateId }, 'manager'), 'template-unknown')
  expectBooksToBalance(branch)
})

test('[G7] a line is fixed or a share, not both', () => {
  const both = office(line('5400', 'debit', { amountMinor: 1n, shareBp: 10_000 }), line('2250', 'credit'))
  expect(() => makeBranch().execute('accountant', both)).toThrow()
})

test('[G7] what is missing is named: the total, or the blank by its place', () => {
  const template = office(line('5400', 'debit', { shareBp: 10_000 }), line('2250', 'credit'))
  expect(fillTemplate(template, {})).toEqual({ ok: false, refusal: { type: 'template-incomplete' } })
  expect(fillTemplate(template, { totalMinor: 5n })).toMatchObject({ refusal: { line: 1 } })
  expect(fillTemplate(template, { totalMinor: 5n, blanks: new Map([[1, 5n]]) })).toMatchObject({
    ok: true,
    value: [{ amountMinor: 5n }, { account: '2250', side: 'credit', amountMinor: 5n, currency: 'KES' }],
  })
})

/** Shares in hundredths of a per cent that come to a whole. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 0, maxLength: 5 })
  .map(cuts => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
  .map(cuts => cuts.slice(1).map((cut, place) => cut - (cuts[place] ?? 0)))

test('[G7] the shares of each side come to the total, to the last unit', () => {
  fc.assert(
    fc.property(shares, shares, fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), (debits, credits, totalMinor) => {
      const template = office(
        ...debits.map(shareBp => line('5400', 'debit', { shareBp })),
        ...credits.map(shareBp => line('2250', 'credit', { shareBp })),
      )
      const filled = fillTemplate(template, { totalMinor })
      const lines = filled.ok ? filled.value : []
      for (const side of ['debit', 'credit'])
        expect(sumMinor(lines.filter(one => one.side === side).map(one => one.amountMinor))).toBe(totalMinor)
      for (const { amountMinor } of lines) expect(amountMinor).toBeGreaterThan(0n)
    }),
    { seed: 8, numRuns: 300 },
  )
})
