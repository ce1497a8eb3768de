import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type CurrencyCode, isCurrencyCode, minorUnitOf } from '../money/currency.ts'
import { ok, type Result, refuse } from '../result.ts'

/** Balances by `ACCOUNT CURRENCY`, in minor units, debits positive; what is zero is left out. */
export type ToolBalances = ReadonlyMap<string, bigint>

/** A program that other people wrote, and that checks plain-text books by itself. */
export interface LedgerTool {
  readonly name: string
  readonly debianPackage: string
  readonly isInstalled: () => boolean
  /** Reads the books of an export folder in its strictest way. Refuses with what the program says. */
  readonly accept: (folder: string) => Result<null, string>
  /** What the program makes of them, account by account; refused when it takes longer than it may. */
  readonly balances: (folder: string, msMax?: number) => Result<ToolBalances, string>
}

const journal = 'books.journal'
const beancountBooks = 'books.beancount'

export const ledgerTools: readonly LedgerTool[] = [
  {
    name: 'hledger',
    debianPackage: 'hledger',
    isInstalled: () => isThere('hledger'),
    accept: folder => accepted(folder, 'hledger', ['-f', journal, 'check', '-s', 'ordereddates']),
    balances: (folder, msMax) =>
      read(
        { folder, msMax },
        'hledger',
        [...['-f', journal, 'balance'], '--flat', '--no-total', '-O', 'csv'],
        hledgerBalances,
      ),
  },
  {
    name: 'ledger',
    debianPackage: 'ledger',
    isInstalled: () => isThere('ledger'),
    accept: folder => accepted(folder, 'ledger', [...ledgerBalance, '--pedantic']),
    balances: (folder, msMax) => read({ folder, msMax }, 'ledger', ledgerBalance, ledgerBalances),
  },
  {
    name: 'beancount',
    debianPackage: 'beancount',
    isInstalled: () => isThere('bean-check') && isThere('bean-query'),
    accept: folder => accepted(folder, 'bean-check', ['--no-cache', beancountBooks]),
    balances: (folder, msMax) =>
      read({ folder, msMax }, 'bean-query', ['-f', 'csv', beancountBooks, beancountQuery], beancountBalances),
  },
]

/** Flat, because its tree takes a time that grows with the square of the accounts. */
const ledgerBalance = [
  ...['--args-only', '-f', journal, 'balance', '--flat', '--no-total'],
  ...['--format', '%(account)\\t%(display_total)\\n'],
]

/** As text: a column of numbers is written with the commonest number of decimals, and would be rounded. */
const beancountQuery = 'SELECT account, currency, str(sum(number)) GROUP BY account, currency'

interface Ran {
  readonly isThere: boolean
  readonly isGreen: boolean
  readonly output: string
  readonly said: string
}

const outputBytesMax = 1_000_000_000

interface Where {
  readonly folder: string
  /** Without it a program takes the time it needs. */
  readonly msMax?: number | undefined
}

/** In the folder as its home, so that nobody's settings change what the program does; in UTF-8, which some of them take from here. */
function runTool({ folder, msMax }: Where, program: string, args: readonly string[]): Ran {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
    BEANCOUNT_DISABLE_LOAD_CACHE: '1',
  }
  const ran = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: outputBytesMax,
    timeout: msMax,
  })
  const ended = ran.error?.message ?? (ran.signal === null ? '' : `ended by ${ran.signal}`)
  const said = `${ended}\n${ran.stderr ?? ''}\n${ran.stdout ?? ''}`.trim()
  return { isThere: !ran.error, isGreen: ran.status === 0, output: ran.stdout ?? '', said }
}

const isThere = (program: string): boolean => runTool({ folder: path.resolve('/') }, program, ['--version']).isThere

const accepted = (folder: string, program: string, args: readonly string[]): Result<null, string> => {
  const { isGreen, said } = runTool({ folder }, program, args)
  return isGreen ? ok(null) : refuse(firstLines(said))
}

const linesShown = 6
const firstLines = (said: string): string => said.split('\n').slice(0, linesShown).join('\n')

function read(
  where: Where,
  program: string,
  args: readonly string[],
  parse: (output: string) => ToolBalances | null,
): Result<ToolBalances, string> {
  const { isGreen, output, said } = runTool(where, program, args)
  if (!isGreen) return refuse(firstLines(said))
  const balances = parse(output)
  return balances ? ok(balances) : refuse('Its balances are not written as expected.')
}

/** `"Assets:001:1110-Cash","KES 1234.50, UGX 1500"` */
function hledgerBalances(output: string): ToolBalances | null {
  const rows = output
    .trim()
    .split('\n')
    .slice(1)
    .map(line => /^"([^"]*)","([^"]*)"$/.exec(line.trim()))
  return collected(
    rows.flatMap(row => (row?.[2] ?? '?').split(', ').map(amount => [row?.[1] ?? '', ...amount.split(' ')] as const)),
  )
}

/** `Assets:001:1110-Cash<tab>KES 1234.50`, each further currency on a line of its own. */
function ledgerBalances(output: string): ToolBalances | null {
  let account = ''
  const cells = output
    .trim()
    .split('\n')
    .map(line => {
      const [first = '', second] = line.split('\t')
      if (second !== undefined) account = first
      return [account, ...(second ?? first).split(' ')] as const
    })
  return collected(cells)
}

/** `Assets:001:1110-Cash,KES,Decimal('1234.50')`, with spaces that make columns; the word is left out by some versions. */
function beancountBalances(output: string): ToolBalances | null {
  const rows = output.trim().split(/\r?\n/).slice(1)
  return collected(rows.map(line => line.split(',').map(cell => cell.trim().replace(/^Decimal\('(.*)'\)$/, '$1'))))
}

/** Null when a row is not an account, a currency and an amount. A balance of nothing may also be a bare `0`. */
function collected(rows: readonly (readonly (string | undefined)[])[]): ToolBalances | null {
  const balances = new Map<string, bigint>()
  for (const [account = '', currency = '', amount = ''] of rows) {
    if (currency === '0' && amount === '') continue
    const amountMinor = isCurrencyCode(currency) ? minorOf(amount, currency) : null
    if (account === '' || amountMinor === null) return null
    if (amountMinor !== 0n) balances.set(`${account} ${currency}`, amountMinor)
  }
  return balances
}

/** Null for what is no plain decimal number, or has more decimals than the currency. */
function minorOf(text: string, currency: CurrencyCode): bigint | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  const decimals = minorUnitOf(currency)
  if (whole === '' || /[1-9]/.test(fraction.slice(decimals))) return null
  return BigInt(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
}
