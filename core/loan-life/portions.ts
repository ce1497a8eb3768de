/** What an amount that is owed, or paid, is made of. */
export const components = ['penalties', 'fees', 'interest', 'principal'] as const
export type Component = (typeof components)[number]

/** An amount in its components, in minor units. */
export type Portions = Readonly<Record<Component, bigint>>

export const nothing: Portions = { penalties: 0n, fees: 0n, interest: 0n, principal: 0n }

export const portionsTotal = ({ penalties, fees, interest, principal }: Portions): bigint =>
  penalties + fees + interest + principal

export const plus = (one: Portions, other: Portions): Portions => ({
  penalties: one.penalties + other.penalties,
  fees: one.fees + other.fees,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
})

export const minus = (one: Portions, other: Portions): Portions => ({
  penalties: one.penalties - other.penalties,
  fees: one.fees - other.fees,
  interest: one.interest - other.interest,
  principal: one.principal - other.principal,
})

export const sumPortions = (all: readonly Portions[]): Portions => all.reduce(plus, nothing)

/** With so much more of one component. */
export const withMore = (portions: Portions, component: Component, amountMinor: bigint): Portions => ({
  ...portions,
  [component]: portions[component] + amountMinor,
})

export const portionOf = (component: Component, amountMinor: bigint): Portions =>
  withMore(nothing, component, amountMinor)

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/** Of each component the smaller amount. */
export const lesser = (one: Portions, other: Portions): Portions => ({
  penalties: smaller(one.penalties, other.penalties),
  fees: smaller(one.fees, other.fees),
  interest: smaller(one.interest, other.interest),
  principal: smaller(one.principal, other.principal),
})

const greater = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/** Of each component the larger amount. */
export const larger = (one: Portions, other: Portions): Portions => ({
  penalties: greater(one.penalties, other.penalties),
  fees: greater(one.fees, other.fees),
  interest: greater(one.interest, other.interest),
  principal: greater(one.principal, other.principal),
})
