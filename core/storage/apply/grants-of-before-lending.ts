import { z } from 'zod'
import { isAllowed, roleSchema } from '../../authority/roles.ts'
import { wireBody } from '../../journal/body.ts'
import type { JournalRecord } from '../../journal/record.ts'

type Body = JournalRecord['body']

const grant = z.looseObject({ role: roleSchema, limits: z.looseObject({ cashOutMinor: z.string() }) })
const founding = z.looseObject({ staff: z.array(grant) })

/** Before there was lending nobody was told how much they may lend: who may approve what others pay out approves loans up to as much. */
const withLoanLimit = ({ limits, role, ...granted }: z.infer<typeof grant>) => ({
  ...granted,
  role,
  limits: { ...limits, loanApprovalMinor: isAllowed(role, 'approve') ? limits.cashOutMinor : '0' },
})

export const grantWithLoanLimit = (body: Body): Body => wireBody(withLoanLimit(grant.parse(body)))

export function foundingWithLoanLimits(body: Body): Body {
  const { staff, ...rest } = founding.parse(body)
  return wireBody({ ...rest, staff: staff.map(withLoanLimit) })
}
