import { expect } from 'vitest'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'

/** `posted`, or the type of the refusal: the last column of the tests' tables. */
export const outcomeType = (result: Result<unknown, Refusal>): string => (result.ok ? 'posted' : result.refusal.type)

export function expectRefusal<R extends Refusal['type']>(
  result: Result<unknown, Refusal>,
  type: R,
): Extract<Refusal, { type: R }> {
  expect(outcomeType(result)).toBe(type)
  if (result.ok) throw new Error('refusal expected')
  return result.refusal as Extract<Refusal, { type: R }>
}
