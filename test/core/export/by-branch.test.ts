import path from 'node:path'
import { expect, test } from 'vitest'
import { lastDayEver } from '../../../core/calendar/business-date.ts'
import { differences, ourBalances } from '../../../core/cli/external-audit.ts'
import { journalEntry } from '../../../core/journal/entry.ts'
import { ledgerTotalsAsOf } from '../../../core/storage/ledger-as-of.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { exportTo } from '../../support/export-to-folder.ts'
import { toolsHere } from '../../support/installed-tools.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Two branches: the first takes a deposit and sends money of the bank to the second, which pays rent; what passed between stands in clearing. */
function twoBranches() {
  const branch = makeBranch()
  branch.must('head-office', { type: 'branch.open', code: '002', name: 'Homa Bay' })
  const idOf = branch.books.db.prepare('SELECT branch_id FROM branch WHERE code = ?').pluck()
  const ids = { '001': String(idOf.get('001')), '002': String(idOf.get('002')) }
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 250_000n, currency: 'KES' })
  const book = (code: '001' | '002', debited: string, credited: string, amountMinor: bigint) =>
    appendCrafted(branch, {
      branch: ids[code],
      entries: [
        journalEntry('manual-journal', [
          { account: debited, amountMinor, currency: 'KES' },
          { account: credited, amountMinor: -amountMinor, currency: 'KES' },
        ]),
      ],
    })
  book('001', '1390', '1130', 90_000n)
  book('002', '1130', '1390', 90_000n)
  book('002', '5400', '1130', 20_000n)
  return { branch, ids }
}

const told = (code: string, rawMinor: bigint): readonly [string, bigint][] =>
  rawMinor === 0n ? [] : [[code, rawMinor]]

/** The trial balance by account code, of one branch or all. */
const trialBalance = ({ books }: Branch, branchId?: string): ReadonlyMap<string, bigint> =>
  new Map(
    ledgerTotalsAsOf(books.db, { date: lastDayEver, basis: 'booking', branchId }).flatMap(
      ({ account, debitMinor, creditMinor }) => told(account, debitMinor - creditMinor),
    ),
  )

test.each([undefined, '001', '002'] as const)(
  '[X8] the export of branch %s has its trial balance, and other tools read the same',
  code => {
    const { branch, ids } = twoBranches()
    const folder = path.join(temporaryFolder(), 'export')
    const { books } = exportTo(branch, folder, code === undefined ? {} : { branch: code })
    const sums = new Map<string, bigint>()
    for (const { leaf, openingMinor, debitMinor, creditMinor } of books.balances)
      sums.set(leaf.code, (sums.get(leaf.code) ?? 0n) + openingMinor + debitMinor - creditMinor)
    const ours = trialBalance(branch, code && ids[code])
    expect(new Map([...sums].flatMap(([account, rawMinor]) => told(account, rawMinor)))).toEqual(ours)
    expect(ours.get('1390')).toBe({ all: undefined, '001': 90_000n, '002': -90_000n }[code ?? 'all'])
    for (const { tool, isMissing } of toolsHere) {
      if (isMissing) continue
      expect(tool.accept(folder)).toMatchObject({ ok: true })
      const theirs = tool.balances(folder)
      expect(theirs.ok && differences(theirs.value, ourBalances(books.balances))).toEqual([])
    }
    expectBooksToBalance(branch)
  },
)
