import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { present } from '../../core/assert.ts'
import { differences, ourBalances } from '../../core/cli/external-audit.ts'
import type { LedgerTool, ToolBalances } from '../../core/cli/ledger-tools.ts'
import type { ExportedSet } from '../../core/export/export-books.ts'
import type { Verification } from '../../core/verification/verification.ts'
import { type Branch, makeBranch } from '../support/branch.ts'
import { liveThroughYear } from '../support/branch-year.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { exportTo, readExported, tryExport } from '../support/export-to-folder.ts'
import { toolsHere } from '../support/installed-tools.ts'
import { closesOf } from '../support/nights.ts'
import { runHere } from '../support/run-program.ts'
import { folderForAll, temporaryFolder } from '../support/temporary-folder.ts'

/** A year of 20,000 records in three currencies, lived through once for all tests here. */
const whole = path.join(folderForAll(), 'export')
let branch: Branch
let records: number
let verification: Verification
let set: ExportedSet

beforeAll(() => {
  branch = makeBranch({ start: '2026-01-01T05:00:00.000Z' })
  records = liveThroughYear(branch, { records: 20_000 }).records()
  verification = expectBooksToBalance(branch)
  set = exportTo(branch, whole)
})

const must = (result: ReturnType<LedgerTool['balances']>): ToolBalances => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

/** The general ledger as a tool has it: its accounts without branch and sub-account. */
function generalLedger(balances: ToolBalances): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const [place, minor] of balances) {
    const [account = '', currency = ''] = place.split(' ')
    const [code = ''] = (account.split(':')[2] ?? '').split('-')
    sums.set(`${code} ${currency}`, (sums.get(`${code} ${currency}`) ?? 0n) + minor)
  }
  return new Map([...sums].filter(([, minor]) => minor !== 0n))
}

const fileOf = ({ name }: { readonly name: string }): string =>
  name === 'beancount' ? 'books.beancount' : 'books.journal'

/** A copy of one file of the export, with something done to it. */
function spoiled(name: string, spoil: (text: string) => string): string {
  const folder = temporaryFolder()
  const text = readExported(whole, name)
  const changed = spoil(text)
  expect(changed).not.toBe(text)
  writeFileSync(path.join(folder, name), changed)
  return folder
}

/** One more minor unit in the posting at a place (0 to 1) of those of a currency. */
const oneUnitMore =
  (currency: string, place: number) =>
  (text: string): string => {
    const postings = [...text.matchAll(/^ {2,4}[A-Z]\S+ {2}(?:[A-Z]{3} )?-?\d+(?:\.\d+)?(?: [A-Z]{3})?$/gm)]
    const own = postings.filter(([line]) => line.includes(` ${currency} `) || line.endsWith(` ${currency}`))
    const posting = present(own[Math.floor(place * (own.length - 1))], 'there is a posting')
    const [line] = posting
    const more = line.replace(/(\d+)(\.\d+)?(?= [A-Z]{3}$|$)/, amount => increased(amount))
    return text.slice(0, posting.index) + more + text.slice(posting.index + line.length)
  }

const increased = (amount: string): string => {
  const decimals = amount.includes('.') ? amount.length - amount.indexOf('.') - 1 : 0
  const minor = (BigInt(amount.replace('.', '')) + 1n).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? minor : `${minor.slice(0, -decimals)}.${minor.slice(-decimals)}`
}

/** How often a type of record, or what a night did to an account, stands in the year. */
function happened(): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  const add = (what: string) => times.set(what, (times.get(what) ?? 0) + 1)
  for (const type of branch.books.db.prepare('SELECT type FROM record').pluck().all()) add(String(type))
  for (const close of closesOf(branch)) {
    if (close.step === 'instructions') add(`order ${close.instruction.outcome}`)
    if (close.step === 'maturities') add(`deposit ${close.maturity.outcome}`)
    for (const account of close.step === 'accounts' ? close.accounts : []) {
      for (const part of ['interestMinor', 'overdraftInterestMinor', 'status', 'failed'] as const)
        if (account[part] !== undefined) add(part)
      for (const { type, taxMinor } of account.posted ?? []) {
        add(`${type} posted`)
        if (taxMinor > 0n) add('tax withheld')
      }
      for (const { kind } of account.fees ?? []) add(`fee ${kind}`)
    }
  }
  return times
}

const ofTheYear = [
  ['savings.deposited', 'savings.withdrawn', 'savings.transferred', 'savings.closed', 'savings.reactivated'],
  ['hold.placed', 'hold.captured', 'hold.released', 'operation.reversed', 'journal.posted'],
  ['cash.sent', 'cash.received', 'cash.transfer-cancelled', 'vault.counted', 'fx.exchanged', 'fx.revalued'],
  ['period.closed', 'period.reopened', 'year.closed', 'year.reopened', 'close-of-business.ran'],
  ['interestMinor', 'overdraftInterestMinor', 'interest posted', 'overdraft-interest posted', 'tax withheld', 'status'],
  ['fee monthly', 'fee missed-installment', 'fee owed', 'order paid', 'order tried-again', 'order given-up'],
  ['deposit renewed', 'deposit to-savings'],
].flat()

test('[E2] the year has 20,000 records of everything that moves money, by day and by night', () => {
  expect(records).toBeGreaterThanOrEqual(20_000)
  const times = happened()
  expect(ofTheYear.filter(what => !times.has(what))).toEqual([])
  expect(times.get('failed')).toBe(undefined)
})

describe.each(toolsHere)('$name', ({ tool, isMissing }) => {
  test.skipIf(isMissing)('[X9] accepts the year and gives our trial balance to the last minor unit', () => {
    expect(tool.accept(whole)).toEqual({ ok: true, value: null })
    const theirs = must(tool.balances(whole))
    expect(differences(theirs, ourBalances(set.books.balances))).toEqual([])
    const ours = verification.trialBalance.flatMap(({ account, currency, debitMinor, creditMinor }) =>
      debitMinor === creditMinor ? [] : [[`${account} ${currency}`, debitMinor - creditMinor] as const],
    )
    expect(generalLedger(theirs)).toEqual(new Map(ours))
    expect(new Set(ours.map(([place]) => place.slice(-3)))).toEqual(new Set(['KES', 'TND', 'UGX']))
  })

  test.skipIf(isMissing).each([
    ['KES', 0],
    ['KES', 0.5],
    ['KES', 1],
    ['UGX', 0.7],
    ['TND', 0.3],
  ] as const)(
    '[X10] refuses the year when one minor unit of %s is changed at %d of its postings',
    (currency, place) => {
      const name = fileOf(tool)
      expect(tool.accept(spoiled(name, oneUnitMore(currency, place))).ok).toBe(false)
    },
  )

  test.skipIf(isMissing)('[X10] refuses the year when a whole entry is gone, though what is left balances', () => {
    const name = fileOf(tool)
    const folder = spoiled(name, text => {
      const middle = text.indexOf('\n\n2026-06-1')
      return text.slice(0, middle) + text.slice(text.indexOf('\n\n2026-', middle + 2))
    })
    expect(tool.accept(folder).ok).toBe(false)
  })
})

test('[X12] a file that was cut between two entries lacks its control block, which the tools do not miss', async () => {
  const folder = path.join(temporaryFolder(), 'cut')
  cpSync(whole, folder, { recursive: true })
  const text = readExported(folder, 'books.journal')
  const cut = text.slice(0, text.indexOf('\n\n2026-06-1') + 1)
  writeFileSync(path.join(folder, 'books.journal'), cut)
  for (const { tool, isMissing } of toolsHere)
    if (!isMissing && tool.name !== 'beancount') expect(tool.accept(folder).ok).toBe(true)
  const { status, stdout } = await runHere('export.ts', ['--check', folder])
  expect(status).toBe(1)
  expect(stdout).toContain('its control block is cut off')
})

test('[X8][X9] each month of the year by itself is accepted, and the last one ends where the books do', () => {
  const folder = path.join(temporaryFolder(), 'months')
  const months = tryExport(branch, folder, { isMonthly: true })
  if (!months.ok) throw new Error(months.refusal.type)
  expect(months.value).toHaveLength(13)
  expect(ourBalances(present(months.value.at(-1), 'the last one').books.balances)).toEqual(
    ourBalances(set.books.balances),
  )
  for (const month of [0, 6, 11]) {
    const stem = `2026-${String(month + 1).padStart(2, '0')}`
    const alone = temporaryFolder()
    for (const suffix of ['.journal', '.beancount'])
      writeFileSync(path.join(alone, `books${suffix}`), readExported(folder, `${stem}${suffix}`))
    const ours = ourBalances(present(months.value[month], stem).books.balances)
    for (const { tool, isMissing } of toolsHere.filter(one => !one.isMissing)) {
      expect(isMissing).toBe(false)
      expect(tool.accept(alone)).toEqual({ ok: true, value: null })
      expect(differences(must(tool.balances(alone)), ours)).toEqual([])
    }
  }
})
