import type { Limits, Role } from '../authority/roles.ts'

/** Limits in whole currency units; they are scaled by the currency's decimals when an institution is founded. Nobody posts by hand alone. */
const unitsByRole: Readonly<
  Record<Role, readonly [cashIn: number, cashOut: number, reversal: number, difference: number, loanApproval: number]>
> = {
  'head-office': [100_000_000, 100_000_000, 100_000_000, 1_000_000, 100_000_000],
  manager: [10_000_000, 5_000_000, 5_000_000, 50_000, 1_000_000],
  accountant: [0, 0, 1_000_000, 0, 0],
  teller: [500_000, 100_000, 20_000, 500, 0],
  officer: [200_000, 50_000, 10_000, 500, 0],
  auditor: [0, 0, 0, 0, 0],
}

export function limitsOfRole(role: Role, minorUnit: number): Limits {
  const scale = 10n ** BigInt(minorUnit)
  const [cashIn, cashOut, reversal, difference, loanApproval] = unitsByRole[role]
  return {
    cashInMinor: BigInt(cashIn) * scale,
    cashOutMinor: BigInt(cashOut) * scale,
    reversalMinor: BigInt(reversal) * scale,
    drawerDifferenceMinor: BigInt(difference) * scale,
    manualJournalMinor: 0n,
    loanApprovalMinor: BigInt(loanApproval) * scale,
  }
}

/** How long a grant lasts without a contact with head office; each contact rolls it on. */
export const grantHours = 72
