import { components } from '../../../core/loan-life/portions.ts'

const ordersOf = (left: readonly string[]): readonly (readonly string[])[] =>
  left.length === 0
    ? [[]]
    : left.flatMap(first => ordersOf(left.filter(other => other !== first)).map(rest => [first, ...rest]))

/** Every order in which what is owed may be met, as it is typed: the usual one first. */
export const componentOrders: readonly string[] = ordersOf(components).map(order => order.join())
