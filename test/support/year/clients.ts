import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import type { ProductInterest } from '../../../core/products/product-interest.ts'
import { type Branch, newClient } from '../branch.ts'
import { templateProduct } from '../products.ts'

/** An account of the year, and the hold on it if there is one. */
export interface Person {
  readonly clientId: string
  readonly accountId: string
  readonly productId: string
  holdId: string | null
  isClosed: boolean
}

const tax = { withholdingTaxPercent: rate('15') } as const
const earning = ({ interest }: DepositProduct): ProductInterest => {
  if (!interest) throw new Error('a product of the template earns something')
  return interest
}

/** One of each kind, with every fee, a tax and days after which an account sleeps, for clients of any tier. */
const products = (): readonly DepositProduct[] => {
  const [passbook, current, fixed, recurring] = [
    templateProduct('passbook'),
    templateProduct('current'),
    templateProduct('fixed'),
    templateProduct('recurring'),
  ]
  return [
    {
      ...passbook,
      productId: 'taxed-savings',
      interest: { ...earning(passbook), ...tax },
      minimumBalanceMinor: 10_000n,
      minimumOpeningMinor: 10_000n,
      fees: { incomeAccount: '4200', perWithdrawalMinor: 1_500n, closingMinor: 5_000n },
      dormancy: { inactiveAfterDays: 60, dormantAfterDays: 120 },
    },
    {
      ...passbook,
      productId: 'average-savings',
      interest: {
        ...earning(passbook),
        ...tax,
        balanceMethod: 'average-daily',
        posting: 'quarterly',
        accrual: 'monthly',
        dayCount: 'ACT/360',
      },
      fees: { incomeAccount: '4200', maintenancePerMonthMinor: 5_000n, belowMinimumMinor: 10_000n },
    },
    {
      ...current,
      productId: 'overdrawn-current',
      minimumBalanceMinor: 0n,
      minimumOpeningMinor: 0n,
      fees: {
        incomeAccount: '4200',
        maintenancePerMonthMinor: 5_000n,
        perOperationMinor: 250n,
        overdraftMinor: 3_500n,
      },
      overdraft: {
        limitMinor: 2_000_000n,
        annualPercent: rate('18'),
        principalAccount: '1270',
        receivableAccount: '1280',
        incomeAccount: '4120',
      },
    },
    { ...fixed, productId: 'short-fixed', interest: { ...fixed.interest, ...tax }, atMaturity: 'renew' },
    { ...recurring, productId: 'short-recurring', interest: { ...recurring.interest, ...tax } },
  ]
}

export function publishProducts({ must }: Branch, validFrom: BusinessDate): void {
  for (const product of products())
    must('head-office', { type: 'product.publish', product: { ...product, version: 1, kycTier: 1, validFrom } })
}

const productAt = (place: number): string => {
  const at = place % 20
  if (at < 8) return 'taxed-savings'
  if (at < 12) return 'average-savings'
  if (at < 16) return 'overdrawn-current'
  return at < 18 ? 'short-fixed' : 'short-recurring'
}

const installmentMinor = 25_000n
const termsOf = (productId: string) => {
  if (productId === 'short-fixed') return { termMonths: 3 }
  return productId === 'short-recurring' ? { termMonths: 6, installmentMinor } : {}
}

/** A client with an account and the first money on it; who saves by installments has an account for what matures besides. */
export function comeFirst(branch: Branch, place: number): readonly Person[] {
  const client = newClient({ familyName: `Client ${place}`, notADuplicate: true })
  const { clientId = '' } = branch.must('officer', { type: 'client.register', client }).created
  const productId = productAt(place)
  const own = productId === 'short-recurring' ? ['taxed-savings', productId] : [productId]
  return own.map(id => openAccount(branch, clientId, id))
}

export function openAccount({ must, currency }: Branch, clientId: string, productId: string): Person {
  const opened = must('officer', { type: 'savings.open', clientId, productId, ...termsOf(productId) })
  const { accountId = '' } = opened.created
  const amountMinor = productId === 'short-recurring' ? installmentMinor : 600_000n
  must('officer', { type: 'savings.deposit', accountId, amountMinor, currency })
  return { clientId, accountId, productId, holdId: null, isClosed: false }
}

/** Every week or month from one account to the next; some will find the money missing, and be tried again. */
export function placeOrders({ must, currency }: Branch, people: readonly Person[], date: BusinessDate): void {
  const payers = people.filter(({ productId }) => productId === 'overdrawn-current')
  for (const [place, { accountId }] of payers.slice(0, 12).entries())
    must('officer', {
      type: 'standing-instruction.place',
      accountId,
      toAccountId: people[place]?.accountId ?? '',
      amountMinor: 40_000n + BigInt(place) * 60_000n,
      currency,
      frequency: place % 3 === 0 ? 'weekly' : 'monthly',
      startsOn: addDays(date, 5 + place),
      retryDays: place % 4,
    })
}
