import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../core/calendar/business-date.ts'
import { differences, ourBalances } from '../../core/cli/external-audit.ts'
import { amountMaxMinor } from '../../core/money/amount.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { unguarded } from '../core/verification/tamper.ts'
import { type Branch, makeBranch } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { exportTo, readExported } from '../support/export-to-folder.ts'
import { toolsHere } from '../support/installed-tools.ts'
import { postEntries } from '../support/post-entries.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What a tool would read as more than text, if it stood in a file as it is. */
const hostile = [
  '(Assets:Cash)  KES 1.00',
  '[Assets:Cash]',
  'paid ; date: 2020-01-01',
  '[2020-01-01]',
  '[=2020-01-01]',
  'key:: 1/0',
  'Payee: somebody else',
  'date:2020-01-01, type:X',
  'a\ttab\tand\ta\r\n2026-03-02 * line\n    Assets:X  KES 1.00',
  '\ufeffbyte order mark',
  '\u202eright to left override\u202c',
  'مصاريف; [2020-01-01]',
  '"quoted" and \\ escaped',
  '* starred ! pending',
  '=SUM(A1:A9)',
  '{1.00 KES} @ 2.00 USD',
  '#tag ^link %comment |pipe',
  'include /etc/passwd',
  '\u2028line separator\u2029',
  '~~ 0 == 1 -0',
  ':colon:colon:',
  '  two  spaces  ',
  '\ud83d\ude00 and a lone \ud800',
  'x'.repeat(120),
]

const expectAccepted = (branch: Branch): string => {
  const folder = path.join(temporaryFolder(), 'export')
  const { books } = exportTo(branch, folder)
  for (const { tool, isMissing } of toolsHere) {
    if (isMissing) continue
    expect(tool.accept(folder)).toEqual({ ok: true, value: null })
    const theirs = tool.balances(folder)
    expect(theirs.ok && differences(theirs.value, ourBalances(books.balances))).toEqual([])
  }
  return folder
}

const openBranch = (): Branch => {
  const branch = makeBranch()
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  return branch
}

const fees = (currency: CurrencyCode, amountMinor: bigint) => [
  { account: '1130', currency, amountMinor },
  { account: '4200', currency, amountMinor: -amountMinor },
]

describe('books that were written to break the tools', () => {
  test('[X5][X9] no text of an entry does anything', () => {
    const branch = openBranch()
    for (const description of hostile)
      postEntries(branch, [{ description: description.slice(0, 120), lines: fees('KES', 100n) }])
    expectBooksToBalance(branch)
    const folder = expectAccepted(branch)
    const journal = readExported(folder, 'books.journal')
    expect(journal.match(/^\d{4}-\d\d-\d\d .*$/gm)).toHaveLength(1 + hostile.length + 1)
    expect(journal).not.toContain('2020-01-01]')
  })

  test('[X2][X5][X9] no name of an account does anything', () => {
    const branch = openBranch()
    for (const [place, name] of hostile.entries()) {
      const code = String(5601 + place)
      const added = { type: 'chart.add-account', code, name: `Costs ${place}`, accountType: 'expense' } as const
      branch.must('accountant', { ...added, parent: '5000', posting: true })
      postEntries(branch, [
        {
          description: 'Costs',
          lines: [
            { account: code, currency: 'KES', amountMinor: 100n },
            { account: '1130', currency: 'KES', amountMinor: -100n },
          ],
        },
      ])
      unguarded(branch.books.db, db => db.prepare('UPDATE ledger_account SET name = ? WHERE code = ?').run(name, code))
    }
    const names = exportTo(branch, path.join(temporaryFolder(), 'export')).books.balances.map(({ leaf }) => leaf.name)
    expect(new Set(names).size).toBe(names.length)
    expectAccepted(branch)
  })

  test.each(['UGX', 'JPY', 'KES', 'TND', 'BHD', 'CLF'] as const)(
    '[X4][X9] the largest and the smallest amount of %s are exact',
    currency => {
      const branch = openBranch()
      for (const amountMinor of [1n, amountMaxMinor, 10n, 999n, 123_456_789_012_345n])
        postEntries(branch, [{ description: 'Fees', lines: fees(currency, amountMinor) }])
      expectBooksToBalance(branch)
      expectAccepted(branch)
    },
  )

  test('[X8][X9] a part of the books in which nothing happened hands on what it took over', () => {
    const branch = openBranch()
    postEntries(branch, [{ description: 'Fees', lines: fees('UGX', 5n) }])
    const folder = path.join(temporaryFolder(), 'export')
    const { books } = exportTo(branch, folder, { from: businessDate('2026-04-01'), to: businessDate('2026-04-30') })
    for (const { tool, isMissing } of toolsHere) {
      if (isMissing) continue
      expect(tool.accept(folder)).toEqual({ ok: true, value: null })
      const theirs = tool.balances(folder)
      expect(theirs.ok && differences(theirs.value, ourBalances(books.balances))).toEqual([])
    }
  })
})
