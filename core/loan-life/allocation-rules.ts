import type { Component } from './portions.ts'

/** What a payment is: rules may send money in advance another way for each. */
export type PaymentKind = 'repayment' | 'down-payment' | 'goodwill-credit' | 'merchant-issued-refund' | 'payout-refund'

/** Where money goes that is not due yet: to the next installment, from the last one backwards, or in even parts to all. */
export const futureRules = ['next-installment', 'last-installment', 'even-parts'] as const
export type FutureRule = (typeof futureRules)[number]

type ComponentOrder = readonly Component[]

/** Which of what is owed a payment meets first: what is past due, then what is due on the day, then what is not due yet. */
export interface AllocationRules {
  readonly pastDue: ComponentOrder
  readonly due: ComponentOrder
  readonly inAdvance: ComponentOrder
  /** Of an installment in advance, fees and penalties whose own day has come go before everything else of it. */
  readonly dueChargesFirst: boolean
  /** `horizontal` finishes an installment before the next; `vertical` finishes a component of all of them before the next. */
  readonly direction: 'horizontal' | 'vertical'
  readonly future: { readonly default: FutureRule } & Readonly<Partial<Record<PaymentKind, FutureRule>>>
}

const installmentByInstallment = (order: ComponentOrder): AllocationRules => ({
  pastDue: order,
  due: order,
  inAdvance: order,
  dueChargesFirst: false,
  direction: 'horizontal',
  future: { default: 'next-installment' },
})

const dueThenInAdvance = (due: ComponentOrder, inAdvance: ComponentOrder): AllocationRules => ({
  ...installmentByInstallment(due),
  inAdvance,
  dueChargesFirst: true,
})

export const allocationOrderNames = [
  'penalty-fee-interest-principal',
  'interest-principal-penalty-fee',
  'principal-interest-penalty-fee',
  'due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest',
  'due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee',
] as const
export type AllocationOrderName = (typeof allocationOrderNames)[number]

/** The orders that lenders know by name. Any other is a table of its own. */
export const allocationOrders = {
  'penalty-fee-interest-principal': installmentByInstallment(['penalties', 'fees', 'interest', 'principal']),
  'interest-principal-penalty-fee': installmentByInstallment(['interest', 'principal', 'penalties', 'fees']),
  'principal-interest-penalty-fee': installmentByInstallment(['principal', 'interest', 'penalties', 'fees']),
  'due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest': dueThenInAdvance(
    ['penalties', 'fees', 'interest', 'principal'],
    ['principal', 'penalties', 'fees', 'interest'],
  ),
  'due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee': dueThenInAdvance(
    ['penalties', 'interest', 'principal', 'fees'],
    ['penalties', 'interest', 'principal', 'fees'],
  ),
} as const satisfies Readonly<Record<AllocationOrderName, AllocationRules>>
