import type { Role } from '../../../core/authority/roles.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DenominationCount } from '../../../core/money/denominations.ts'
import { type Branch, count } from '../branch.ts'

/** Numbers from 0 up to a bound, the same in every run of a year. */
export type Draw = (below: number) => number

/** An amount in notes of a hundred thousand minor units and in single ones. */
export const pieces = (amountMinor: bigint): DenominationCount =>
  count([100_000n, Number(amountMinor / 100_000n)], [1n, Number(amountMinor % 100_000n)])

/** What lies in a drawer, a vault or in transit, as the books have it. */
export function cashAt({ books }: Branch, place: string, currency: CurrencyCode): bigint {
  const sum = books.db
    .prepare<[string, string], bigint>(
      'SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE sub_account = ? AND currency = ?',
    )
    .safeIntegers(true)
    .pluck()
  return sum.get(place, currency) ?? 0n
}

export const vaultOf = ({ books }: Branch): string =>
  String(books.db.prepare("SELECT sub_account FROM balance WHERE account = '1110' AND sub_account <> ''").pluck().get())

/** Somebody's drawer for the day. */
export interface Till {
  readonly drawerId: string
  readonly keeper: Role
  readonly currency: CurrencyCode
}

export function openTill({ must }: Branch, keeper: Role, currency: CurrencyCode, floatMinor: bigint): Till {
  const { drawerId = '' } = must(keeper, { type: 'drawer.open', currency, counted: pieces(floatMinor) }).created
  return { drawerId, keeper, currency }
}

/** Closes it with what is in it, or with so much more or less. */
export function closeTill(branch: Branch, { drawerId, keeper, currency }: Till, differenceMinor = 0n): void {
  const counted = pieces(cashAt(branch, drawerId, currency) + differenceMinor)
  const remark = differenceMinor === 0n ? {} : { note: 'Counted twice' }
  branch.must(keeper, { type: 'drawer.close', drawerId, counted, ...remark })
}
