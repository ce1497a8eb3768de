/** What an amount that is owed, or paid, is made of. */
export const components = ['penalties', 'fees', 'interest', 'principal'] as const
export type Component = (typeof components)[number]

/** An amount in its components, in minor units. */
export type Portions = Readonly<Record<Component, bigint>>

export const nothing: Portions = { penalties: 0n, fees: 0n, interest: 0n, principal: 0n }

export const portionsTotal = ({ penalties, fees, interest, principal }: Portions): bigint =>
  penalties + fees + interest + principal

const combined = (one: Portions, other: Portions, sign: 1n | -1n): Portions => ({
  penalties: one.penalties + sign * other.penalties,
  fees: one.fees + sign * other.fees,
  interest: one.interest + sign * other.interest,
  principal: one.principal + sign * other.principal,
})

export const plus = (one: Portions, other: Portions): Portions => combined(one, other, 1n)
export const minus = (one: Portions, other: Portions): Portions => combined(one, other, -1n)

export const sumPortions = (all: readonly Portions[]): Portions => all.reduce(plus, nothing)

export const portionOf = (component: Component, amountMinor: bigint): Portions => ({
  ...nothing,
  [component]: amountMinor,
})

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/** Of each component the smaller amount. */
export const lesser = (one: Portions, other: Portions): Portions => ({
  penalties: smaller(one.penalties, other.penalties),
  fees: smaller(one.fees, other.fees),
  interest: smaller(one.interest, other.interest),
  principal: smaller(one.principal, other.principal),
})
