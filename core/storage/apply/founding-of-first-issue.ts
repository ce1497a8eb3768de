import { z } from 'zod'
import { wireBody } from '../../journal/body.ts'
import type { JournalRecord } from '../../journal/record.ts'
import type { ControlKind, LedgerAccount } from '../../ledger/ledger-account.ts'

type Body = JournalRecord['body']

/** A product of the first issue: minimum balances and two limits, without interest, fees or tiers. */
const product = z.object({
  productId: z.string(),
  version: z.int(),
  name: z.string(),
  currency: z.string(),
  controlAccount: z.string(),
  minimumBalanceMinor: z.string(),
  minimumOpeningMinor: z.string(),
  dailyWithdrawalLimitMinor: z.string().optional(),
  maxAmountMinor: z.string().optional(),
})

const founding = z.looseObject({
  chart: z.array(z.looseObject({ code: z.string() })),
  products: z.array(product),
  staff: z.array(z.looseObject({ limits: z.looseObject({}) })),
})

const grant = z.looseObject({ limits: z.looseObject({}) })

/** The first issue had no manual journals, so nobody was allowed to post one alone. */
const withJournals = <G extends z.infer<typeof grant>>(granted: G) => ({
  ...granted,
  limits: { ...granted.limits, manualJournalMinor: '0' },
})

export const grantWithJournals = (body: Body): Body => wireBody(withJournals(grant.parse(body)))

/**
 * A founding of the first issue as one of today: its products in the terms of today, promising nothing that they did not promise, and the
 * accounts that the template has had since then, without which much could not be booked.
 */
export function foundingWithTerms(body: Body): Body {
  const { chart, products, staff, ...rest } = founding.parse(body)
  const isLacking = ({ code }: LedgerAccount): boolean => !chart.some(account => account.code === code)
  return wireBody({
    ...rest,
    chart: [...chart.map(withSubLedger), ...laterAccounts.filter(isLacking)],
    products: products.map(withTerms),
    staff: staff.map(withJournals),
  })
}

/** Nothing was booked to these before there were loans. */
const withSubLedger = (account: { readonly code: string }) =>
  ['1210', '1220'].includes(account.code) ? { ...account, control: 'loan' } : account

const withTerms = ({ dailyWithdrawalLimitMinor, maxAmountMinor, ...known }: z.infer<typeof product>) => ({
  ...known,
  kind: known.productId === 'current-account' ? 'current' : 'passbook',
  kycTier: 1,
  limits: { withdrawalsPerDayMinor: dailyWithdrawalLimitMinor, operationMinor: maxAmountMinor },
  fees: { incomeAccount: '4200' },
  feeCollection: 'from-balance',
})

const account = (
  code: string,
  name: string,
  type: LedgerAccount['type'],
  parent: string,
  control?: ControlKind,
): LedgerAccount => ({ code, name, type, parent, posting: code !== '1400', ...(control ? { control } : {}) })

/** What the template of version 2 of a founding has and that of version 1 had not; it does not change with the template of today. */
const laterAccounts: readonly LedgerAccount[] = [
  account('1140', 'Cash in transit', 'asset', '1100', 'in-transit'),
  account('1150', 'Mobile money', 'asset', '1100'),
  account('1230', 'Loan fees receivable', 'asset', '1200', 'loan'),
  account('1240', 'Loan penalties receivable', 'asset', '1200', 'loan'),
  account('1250', 'Credit line principal', 'asset', '1200', 'credit-line'),
  account('1260', 'Credit line interest and fees receivable', 'asset', '1200', 'credit-line'),
  account('1270', 'Overdrafts on current accounts', 'asset', '1200', 'overdraft'),
  account('1280', 'Overdraft interest receivable', 'asset', '1200', 'overdraft'),
  account('1330', 'Accumulated depreciation', 'asset', '1300'),
  account('1340', 'Staff advances', 'asset', '1300'),
  account('1350', 'Sundry receivables', 'asset', '1300'),
  account('1380', 'Suspense, receivable', 'asset', '1300'),
  account('1400', 'Foreign exchange', 'asset', '1000'),
  account('1410', 'Foreign exchange position', 'asset', '1400'),
  account('1420', 'Foreign exchange position, counter-value', 'asset', '1400'),
  account('2140', 'Fixed deposits', 'liability', '2100', 'savings'),
  account('2150', 'Recurring deposits', 'liability', '2100', 'savings'),
  account('2160', 'Compulsory savings', 'liability', '2100', 'savings'),
  account('2190', 'Dormant savings', 'liability', '2100', 'savings'),
  account('2240', 'Interest payable on borrowings', 'liability', '2200'),
  account('2250', 'Other taxes payable', 'liability', '2200'),
  account('2260', 'Deferred fee income', 'liability', '2200'),
  account('2270', 'Sundry payables', 'liability', '2200'),
  account('2280', 'Unclaimed balances', 'liability', '2200'),
  account('2290', 'Suspense, payable', 'liability', '2200'),
  account('3300', 'Donated capital', 'equity', '3000'),
  account('3400', 'Statutory reserves', 'equity', '3000'),
  account('3900', 'Opening balances', 'equity', '3000'),
  account('4110', 'Interest income on credit lines', 'income', '4000'),
  account('4120', 'Interest income on overdrafts', 'income', '4000'),
  account('4130', 'Interest income from banks', 'income', '4000'),
  account('4400', 'Recovery of loans written off', 'income', '4000'),
  account('4500', 'Foreign exchange gains', 'income', '4000'),
  account('4510', 'Foreign exchange revaluation gains', 'income', '4000'),
  account('4600', 'Other income', 'income', '4000'),
  account('4920', 'Cash rounding', 'income', '4000'),
  account('5110', 'Interest expense on borrowings', 'expense', '5000'),
  account('5410', 'Depreciation', 'expense', '5000'),
  account('5420', 'Bank charges', 'expense', '5000'),
  account('5500', 'Foreign exchange losses', 'expense', '5000'),
  account('5510', 'Foreign exchange revaluation losses', 'expense', '5000'),
  account('5600', 'Taxes', 'expense', '5000'),
]
