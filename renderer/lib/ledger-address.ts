import { type BusinessDate, isBusinessDate } from '../../core/calendar/business-date.ts'
import { leftOutSchema } from '../../core/journal/left-out.ts'
import { type CurrencyCode, isCurrencyCode } from '../../core/money/currency.ts'
import type { LedgerRequest } from '../../core/statements/ledger-request.ts'

const none = '-'
const allAccounts = 'all'

/** The parts of an address that ask for lines of the ledger, in their order; `-` stands for what is left out. */
export const ledgerAddress = (request: LedgerRequest): readonly string[] => [
  request.account ?? allAccounts,
  request.currency ?? none,
  request.basis,
  request.from ?? none,
  request.to ?? none,
  request.branchId ?? none,
  request.through ?? none,
  request.without ?? none,
]

const date = (text: string): BusinessDate | undefined => (isBusinessDate(text) ? text : undefined)
const currencyIn = (text: string): CurrencyCode | undefined => (isCurrencyCode(text) ? text : undefined)

/** What such an address asks for; nothing where it names neither an account nor all. */
export function readLedgerAddress(parts: readonly string[]): LedgerRequest | undefined {
  const [account = '', currency = '', basis = '', from = '', to = '', branchId = none, through = '', without = ''] =
    parts
  if (account !== allAccounts && !/^\d{4,10}$/.test(account)) return undefined
  const leftOut = leftOutSchema.safeParse(without)
  const [currencyCode, first, last] = [currencyIn(currency), date(from), date(to)]
  return {
    ...(account === allAccounts ? {} : { account }),
    basis: basis === 'value' ? 'value' : 'booking',
    ...(currencyCode ? { currency: currencyCode } : {}),
    ...(first ? { from: first } : {}),
    ...(last ? { to: last } : {}),
    ...(branchId === none || branchId === '' ? {} : { branchId }),
    ...(through === 'cash' ? { through } : {}),
    ...(leftOut.success ? { without: leftOut.data } : {}),
  }
}
