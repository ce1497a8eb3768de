import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { ExportedSet } from '../../../core/export/export-books.ts'
import type { Line } from '../../../core/journal/record.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { decimalText } from '../../../core/money/decimal-text.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { exportTo, readExported, tryExport } from '../../support/export-to-folder.ts'
import { postEntries } from '../../support/post-entries.ts'
import { liveThroughDay } from '../../support/realistic-day.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { sql, unguarded } from '../verification/tamper.ts'

const pair = (currency: CurrencyCode, amountMinor: bigint): Line[] => [
  { account: '1130', currency, amountMinor },
  { account: '4200', currency, amountMinor: -amountMinor },
]
const target = (): string => path.join(temporaryFolder(), 'export')

/** A day in each of three months, with cash, and with fees in two more currencies. */
function threeMonths(): Branch {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const { must, environment, currency } = branch
  const deposit = (amountMinor: bigint) =>
    must('officer', { type: 'savings.deposit', accountId, amountMinor, currency })
  deposit(250_000n)
  must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 22], [50_000n, 1]) })
  endDay(branch)
  for (const date of [businessDate('2026-04-15'), businessDate('2026-05-29')]) {
    environment.setClock(`${date}T07:00:00.000Z`)
    must('manager', { type: 'day.open', date })
    const opened = must('officer', { type: 'drawer.open', currency, counted: [] })
    deposit(100_000n)
    postEntries(branch, [
      { description: 'Fees', lines: pair('UGX', 1_500n) },
      { description: 'Fees', lines: pair('TND', 2_005n) },
    ])
    const counted = count([100_000n, 1])
    must('officer', { type: 'drawer.close', drawerId: opened.created.drawerId ?? '', counted })
    endDay(branch)
  }
  return branch
}

const closing = ({ books }: ExportedSet): Record<string, string> =>
  Object.fromEntries(
    books.balances.map(({ leaf, currency, openingMinor, debitMinor, creditMinor }) => [
      `${leaf.name} ${currency}`,
      decimalText({ amountMinor: openingMinor + debitMinor - creditMinor, currency }),
    ]),
  )

describe('a plain-text export', () => {
  test('[X1] is UTF-8 without a byte order mark, with LF and no tabs, and says at its head what is to come', () => {
    const branch = threeMonths()
    const folder = target()
    exportTo(branch, folder)
    for (const name of ['books.journal', 'books.beancount']) {
      const bytes = readFileSync(path.join(folder, name))
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      expect(text.startsWith('; nexum-export-1\n; books ')).toBe(true)
      expect(text).not.toMatch(/[\t\r\ufeff]/)
      expect(text).toMatch(/^; to come \d+ records \d+ entries$/m)
    }
    expectBooksToBalance(branch)
  })

  test('[X1] each file has its SHA-256 beside it, as sha256sum reads it', () => {
    const folder = target()
    const { files } = exportTo(threeMonths(), folder)
    expect(readdirSync(folder).sort()).toEqual(files.flatMap(name => [name, `${name}.sha256`]).sort())
    for (const name of files) {
      const digest = createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex')
      expect(readExported(folder, `${name}.sha256`)).toBe(`${digest}  ${name}\n`)
    }
  })

  test('[X2] lines stand on leaves only: what has sub-accounts has no line of its own', () => {
    const branch = threeMonths()
    unguarded(branch.books.db, sql("UPDATE ledger_account SET control = 'drawer' WHERE code = '4200'"))
    const names = exportTo(branch, target()).books.balances.map(({ leaf }) => leaf.name)
    expect(names).toContain('Income:001:4200-Fee-income:GENERAL')
    expect(names.filter(name => names.some(other => other.startsWith(`${name}:`)))).toEqual([])
  })

  test('[X3] every currency, account and tag that is used is declared before', () => {
    const folder = target()
    exportTo(threeMonths(), folder)
    const journal = readExported(folder, 'books.journal')
    expect(journal).toContain('commodity KES\n    format KES 1000.00\n')
    expect(journal).toContain('commodity TND\n    format TND 1000.000\n')
    expect(journal).toContain('commodity UGX\n    format UGX 1000.\n')
    const used = new Set([...journal.matchAll(/^ {4}([A-Z]\w+:\S+) {2}/gm)].map(([, name]) => name))
    const declared = [...journal.matchAll(/^account (\S+)$/gm)].map(([, name]) => name)
    expect(new Set(declared)).toEqual(used)
    const tags = new Set([...journal.matchAll(/^ {4}; (\w+):/gm)].map(([, tag]) => tag))
    expect([...tags].filter(tag => !journal.includes(`\ntag ${tag}\n`))).toEqual([])
    const beancount = readExported(folder, 'books.beancount')
    expect(beancount).toContain('open Assets:001:1130-Cash-at-bank TND,UGX\n')
    expect(beancount).toContain('option "inferred_tolerance_multiplier" "0"\n')
    expect(beancount).toContain('plugin "beancount.plugins.leafonly"\n')
  })

  test.each([
    ['KES', 'KES 2500.00', 'KES -2500.00'],
    ['UGX', 'UGX 250000', 'UGX -250000'],
    ['TND', 'TND 250.000', 'TND -250.000'],
  ] as const)('[X4] amounts of %s have exactly its decimals and stand on every line', (currency, debit, credit) => {
    const branch = makeBranch({ currency })
    const folder = target()
    const { must } = branch
    must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
    postEntries(branch, [{ description: 'Fees', lines: pair(currency, 250_000n) }])
    exportTo(branch, folder)
    const journal = readExported(folder, 'books.journal')
    expect(journal).toContain(`    Assets:001:1130-Cash-at-bank  ${debit}\n    Income:001:4200-Fee-income  ${credit}\n`)
    expect(journal).not.toMatch(/-0(?:\.0+)?$/m)
    expectBooksToBalance(branch)
  })

  test('[X6] an entry names its device, sequence number, record hash and booking date', () => {
    const branch = makeBranch()
    const { depositSeq } = liveThroughDay(branch)
    const folder = target()
    exportTo(branch, folder)
    const row = branch.books.db.prepare('SELECT hash FROM record WHERE seq = ?').pluck().get(depositSeq) as Uint8Array
    const { logId } = branch.desk('officer').log
    expect(readExported(folder, 'books.journal')).toContain(
      [
        `2026-03-02 * (01-${depositSeq}-1) Savings deposited`,
        `    ; eid: ${logId}/${depositSeq}/1`,
        `    ; seq: ${depositSeq}`,
        '    ; booked: 2026-03-02',
        `    ; hash: ${Buffer.from(row).toString('hex')}`,
        '    ; memo: Savings deposit\n',
      ].join('\n'),
    )
  })

  test('[X7] entries stand on their value date, in its order; what was booked later stands where it counts from', () => {
    const branch = threeMonths()
    const { must, environment } = branch
    environment.setClock('2026-06-01T07:00:00.000Z')
    must('officer', { type: 'day.open', date: businessDate('2026-06-01') })
    postEntries(branch, [{ description: 'Late', lines: pair('UGX', 7n) }], businessDate('2026-03-31'))
    const folder = target()
    exportTo(branch, folder)
    const journal = readExported(folder, 'books.journal')
    const dates = [...journal.matchAll(/^(\d{4}-\d\d-\d\d) /gm)].map(([, date]) => date)
    expect(dates).toEqual(dates.toSorted())
    expect(journal).toMatch(/\n2026-03-31 \* \([^)]+\) Later posted\n(?: {4};.*\n)* {4}; booked: 2026-06-01\n/)
    expectBooksToBalance(branch)
  })

  test('[X10] balances are asserted at the end of each month for what it moved, and at the end for every account', () => {
    const folder = target()
    const { books } = exportTo(threeMonths(), folder)
    const journal = readExported(folder, 'books.journal')
    const asserted = [...journal.matchAll(/^(\S+) \* \(BALANCES\).*\n((?: {4}\S.*\n)+)/gm)]
    expect(asserted.map(([, date]) => date)).toEqual(['2026-03-31', '2026-04-30', '2026-05-29'])
    expect(asserted.at(-1)?.[2]?.trim().split('\n')).toHaveLength(books.balances.length)
    expect(asserted[1]?.[2]).toContain('Assets:001:1130-Cash-at-bank  TND 0.000 = TND 2.005\n')
    expect(asserted[1]?.[2]).not.toContain('Paid-in-capital')
    expect(readExported(folder, 'books.beancount')).toContain(
      '2026-05-01 balance Assets:001:1130-Cash-at-bank  2.005 ~ 0 TND\n',
    )
  })

  test('[X11] no entry is empty, and nothing but an assertion posts zero', () => {
    const folder = target()
    exportTo(threeMonths(), folder)
    const [, ...entries] = readExported(folder, 'books.journal').split(/\n\n(?=\d{4}-)/)
    for (const entry of entries) {
      expect(entry).toMatch(/\n {4}[A-Z]/)
      if (!entry.includes('(BALANCES)')) expect(entry).not.toMatch(/ {2}[A-Z]{3} -?0(?:\.0+)?$/m)
    }
  })

  test('[X12] ends with turnover, counts and the head of each log, and the control file signs the same', () => {
    const branch = threeMonths()
    const folder = target()
    const { control } = exportTo(branch, folder)
    const { trialBalance, counts, logs } = expectBooksToBalance(branch)
    const turnover = (currency: string): bigint =>
      trialBalance.filter(line => line.currency === currency).reduce((sum, { debitMinor }) => sum + debitMinor, 0n)
    expect(control.turnover.map(({ currency, debitMinor }) => [currency, debitMinor])).toEqual(
      ['KES', 'TND', 'UGX'].map(currency => [currency, turnover(currency)]),
    )
    expect(control).toMatchObject({ records: counts.records, lines: counts.lines })
    expect(control.logs[0]).toMatchObject({ headSeq: logs[0]?.seq, headHash: logs[0]?.hash })
    const lines = readExported(folder, 'books.control.txt').split('\n').slice(1, 9)
    for (const name of ['books.journal', 'books.beancount'])
      expect(
        readExported(folder, name).endsWith(`\n${lines.map(line => `; ${line}`).join('\n')}\n; end of export\n`),
      ).toBe(true)
  })
})

describe('a part of the books', () => {
  test('[X8] month after month, each begins with what the last one ended with, and together they are the whole', () => {
    const branch = threeMonths()
    const whole = exportTo(branch, target())
    const months = tryExport(branch, target(), { isMonthly: true })
    if (!months.ok) throw new Error(months.refusal.type)
    expect(months.value.map(({ files }) => files[0])).toEqual(['2026-03.journal', '2026-04.journal', '2026-05.journal'])
    const sums = months.value.map(({ control }) => control)
    expect(sums.reduce((sum, { records }) => sum + records, 0)).toBe(whole.control.records)
    expect(sums.reduce((sum, { lines }) => sum + lines, 0)).toBe(whole.control.lines)
    for (const [place, month] of months.value.entries()) {
      const before = months.value[place - 1]
      const opened = month.books.balances.filter(({ openingMinor }) => openingMinor !== 0n)
      const handedOn = Object.entries(before ? closing(before) : {}).filter(([, text]) => !/^0(?:\.0+)?$/.test(text))
      expect(
        opened.map(({ leaf, currency, openingMinor: amountMinor }) => [
          `${leaf.name} ${currency}`,
          decimalText({ amountMinor, currency }),
        ]),
      ).toEqual(handedOn)
    }
    expect(closing(whole)).toMatchObject(closing(months.value[2] ?? whole))
  })

  test('[X8] from a day on, the first entry takes over the balances, which are zero in every currency', () => {
    const folder = target()
    exportTo(threeMonths(), folder, { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') })
    const journal = readExported(folder, 'books.journal')
    const [, opening = ''] = /\n2026-05-01 \* \(OPENING\) Balances taken over\n((?: {4}\S.*\n)+)/.exec(journal) ?? []
    expect(opening).toContain('    Assets:001:1130-Cash-at-bank  TND 2.005\n')
    expect(journal.indexOf('OPENING')).toBeLessThan(journal.indexOf('2026-05-29'))
    expect(journal).toMatch(/\n2026-05-31 \* \(BALANCES\)/)
  })

  test('[X8] a branch alone is exported by its code, and balances by itself', () => {
    const branch = threeMonths()
    expect(exportTo(branch, target(), { branch: '001' }).control.records).toBe(
      exportTo(branch, target()).control.records,
    )
    expect(tryExport(branch, target(), { branch: '999' })).toMatchObject({ refusal: { type: 'branch-unknown' } })
  })

  test.each([
    [{ from: businessDate('2026-05-01'), to: businessDate('2026-04-01') }, 'range-reversed'],
    [{ to: businessDate('2020-01-01') }, 'nothing-to-export'],
    [{ from: addDays(businessDate('2026-05-29'), 1), isMonthly: true }, 'nothing-to-export'],
  ] as const)('[X8] %j is refused: %s, and leaves nothing', (order, type) => {
    const folder = target()
    expect(tryExport(threeMonths(), folder, order)).toMatchObject({ refusal: { type } })
    expect(existsSync(folder)).toBe(false)
  })
})

test('[X14] books whose stored lines are not those of the signed records are not exported, and nothing remains', () => {
  const branch = threeMonths()
  const folder = target()
  unguarded(
    branch.books.db,
    sql("UPDATE line SET amount_minor = amount_minor + 1 WHERE account = '4200' AND currency = 'UGX'"),
  )
  expect(tryExport(branch, folder)).toMatchObject({ refusal: { type: 'books-differ' } })
  expect(existsSync(folder)).toBe(false)
})

test('[X15] nothing that lies in the folder is written over', () => {
  const branch = threeMonths()
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'books.journal'), 'somebody else’s')
  expect(() => tryExport(branch, folder)).toThrow('not-empty')
  expect(readExported(folder, 'books.journal')).toBe('somebody else’s')
})

test('[X16] the CSV has every line and a trial balance with totals, without formulas and a line each', () => {
  const branch = threeMonths()
  unguarded(branch.books.db, sql("UPDATE ledger_account SET name = '=cmd(),\n\"x\"' WHERE code = '4200'"))
  const folder = target()
  const { control } = exportTo(branch, folder, { format: 'csv' })
  const lines = readExported(folder, 'books-lines.csv').trim().split('\n')
  expect(lines).toHaveLength(1 + control.lines)
  const balances = readExported(folder, 'books-trial-balance.csv').trim().split('\n')
  expect(balances).toContain('001,4200,cmd x,income,Income:001:4200-Cmd-x,UGX,0,0,3000,-3000,0,3000')
  expect(balances.at(-1)).toBe('TOTAL,,,,,UGX,0,3000,3000,0,3000,3000')
})
