import type { Period } from './period.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

interface Running {
  /** Outstanding, with what is paid out in the period. */
  readonly balanceMinor: bigint
  readonly interestMinor: bigint
  /** What the installment is to come to; of principal alone where principal is what is equal. */
  readonly aimedMinor: bigint
  readonly isLast: boolean
}

/** The principal of one installment: what is aimed at, never below nothing nor more than there is; the last takes what is left. */
export function principalWithin(
  { balanceMinor, interestMinor, aimedMinor, isLast }: Running,
  { place }: Period,
  { amortization, balloonMinor, grace }: ScheduleTerms,
): bigint {
  if (isLast) return balanceMinor
  if (amortization === 'bullet' || place < grace.principal) return 0n
  const wanted = amortization === 'equal-principal' ? aimedMinor : aimedMinor - interestMinor
  const most = balanceMinor > balloonMinor ? balanceMinor - balloonMinor : 0n
  return wanted < 0n ? 0n : wanted > most ? most : wanted
}
