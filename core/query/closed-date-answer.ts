import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type ClosedAccount, type ClosedLoan, type CloseRan, closeRan } from '../close-of-business/close-records.ts'
import type { Context } from '../decision/context.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { accountNames } from '../storage/clients.ts'
import { closesOn } from '../storage/close-of-business.ts'
import { recordByPosition } from '../storage/records.ts'
import { currencyOfAccount } from '../storage/savings-accounts.ts'
import type {
  ClosedAccountRow,
  ClosedDateAnswer,
  ClosedDateTotal,
  MaturedDepositRow,
  TriedInstructionRow,
} from './close-answers.ts'
import { closedLoans } from './closed-loans.ts'

type AccountsRan = Extract<CloseRan, { step: 'accounts' }>

/** What the close of a date did, read from its records. A page is what one record says. */
export function closedDateAnswer(
  db: Database,
  { device }: Pick<Context, 'device'>,
  { date, page, loanPage }: { readonly date: BusinessDate; readonly page: number; readonly loanPage: number },
): ClosedDateAnswer {
  const pieces = closesOn(db, device.logNo, date)
  const done = pieces.map(({ position }) => {
    const { record } = present(recordByPosition(db, position), 'what was done of a date is in the journal')
    return { record, ran: closeRan.parse(record.body) }
  })
  const ran = done.map(one => one.ran)
  const loans = done.flatMap(({ record, ran: one }) => (one.step === 'loans' ? [{ record, ran: one }] : []))
  const accounts = ran.filter((one): one is AccountsRan => one.step === 'accounts')
  const told = accounts.filter(({ accounts: closed }) => closed.some(isTold))
  const all = accounts.flatMap(one => one.accounts)
  return {
    date,
    isDone: pieces.some(({ isLast }) => isLast === 1),
    accounts: accounts.reduce((sum, { looked }) => sum + looked, 0),
    totals: totalsOf(db, all),
    failed: [...loans.flatMap(one => one.ran.loans.map(ofLoan)), ...all].flatMap(one =>
      one.failed === undefined ? [] : [{ ...named(db, one.accountId), because: one.failed }],
    ),
    loans: closedLoans(db, loans, loanPage),
    instructions: ran.flatMap(one => (one.step === 'instructions' ? [instructionRow(db, one.instruction)] : [])),
    maturities: ran.flatMap(one => (one.step === 'maturities' ? [maturityRow(db, one.maturity)] : [])),
    rows: (told[page]?.accounts ?? []).filter(isTold).map(one => accountRow(db, one)),
    page,
    pages: told.length,
  }
}

const ofLoan = ({ loanId, failed }: ClosedLoan) => ({ accountId: loanId, failed })

/** Of what failed nothing else is said. */
const isTold = ({ failed }: ClosedAccount): boolean => failed === undefined

function named(db: Database, accountId: string): { accountId: string; number: string; clientName: string } {
  const { number, name, clientNumber } = present(accountNames(db, accountId), 'what was closed is an account')
  return { accountId, number, clientName: name || clientNumber }
}

const currencyOf = (db: Database, accountId: string): CurrencyCode =>
  present(currencyOfAccount(db, accountId), 'what was closed is an account')

const accruedOf = ({ interestMinor = 0n, overdraftInterestMinor = 0n }: ClosedAccount): bigint =>
  interestMinor - overdraftInterestMinor

/** What was posted to the client: given is positive, charged negative. */
const postedOf = ({ posted = [] }: ClosedAccount): bigint =>
  sumMinor(posted.map(({ type, amountMinor }) => (type === 'interest' ? amountMinor : -amountMinor)))
const taxOf = ({ posted = [] }: ClosedAccount): bigint => sumMinor(posted.map(({ taxMinor }) => taxMinor))
const feesOf = ({ fees = [] }: ClosedAccount): bigint => sumMinor(fees.map(({ amountMinor }) => amountMinor))

function accountRow(db: Database, closed: ClosedAccount): ClosedAccountRow {
  const { accountId, feesOwedMinor, installmentsMissed, status } = closed
  return {
    ...named(db, accountId),
    currency: currencyOf(db, accountId),
    accruedMinor: accruedOf(closed),
    postedMinor: postedOf(closed),
    taxMinor: taxOf(closed),
    feesMinor: feesOf(closed),
    ...(feesOwedMinor === undefined ? {} : { feesOwedMinor }),
    ...(installmentsMissed === undefined ? {} : { installmentsMissed }),
    ...(status === undefined ? {} : { status }),
  }
}

function totalsOf(db: Database, all: readonly ClosedAccount[]): readonly ClosedDateTotal[] {
  const byCurrency = new Map<CurrencyCode, ClosedDateTotal>()
  for (const closed of all) {
    const currency = currencyOf(db, closed.accountId)
    const before = byCurrency.get(currency)
    byCurrency.set(currency, {
      currency,
      accruedMinor: (before?.accruedMinor ?? 0n) + accruedOf(closed),
      postedMinor: (before?.postedMinor ?? 0n) + postedOf(closed),
      taxMinor: (before?.taxMinor ?? 0n) + taxOf(closed),
      feesMinor: (before?.feesMinor ?? 0n) + feesOf(closed),
    })
  }
  return [...byCurrency.values()]
}

function instructionRow(
  db: Database,
  {
    instructionId,
    accountId,
    toAccountId,
    amountMinor,
    currency,
    outcome,
    refusal,
  }: Extract<CloseRan, { step: 'instructions' }>['instruction'],
): TriedInstructionRow {
  const toNumber = named(db, toAccountId).number
  return {
    instructionId,
    ...named(db, accountId),
    toNumber,
    amountMinor,
    currency,
    outcome,
    ...(refusal ? { refusal } : {}),
  }
}

function maturityRow(
  db: Database,
  { accountId, outcome, because, renewal }: Extract<CloseRan, { step: 'maturities' }>['maturity'],
): MaturedDepositRow {
  return {
    ...named(db, accountId),
    outcome,
    ...(because ? { because } : {}),
    ...(renewal ? { maturesOn: renewal.maturesOn } : {}),
  }
}
