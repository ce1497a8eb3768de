import { z } from 'zod'
import type { JournalRecord } from '../journal/record.ts'

const namedIds = {
  clientId: 'client',
  guarantorId: 'client',
  accountId: 'account',
  loanId: 'loan',
  staffId: 'staff',
} as const

/** The loan that another one paid off. What another device recorded may say anything, and still names what it names. */
const paidOff = z.object({ closed: z.object({ loanId: z.string() }) })

/** Where a record changed something, for whoever shows it: `journal`, the noun of its type, and each client and account it names. */
export function topicsOf({ type, body, entries }: JournalRecord): readonly string[] {
  const topics = new Set(['journal', type.slice(0, type.indexOf('.'))])
  for (const [name, topic] of Object.entries(namedIds))
    if (typeof body[name] === 'string') topics.add(`${topic}/${body[name]}`)
  const refinanced = paidOff.safeParse(body)
  if (refinanced.success) topics.add(`loan/${refinanced.data.closed.loanId}`)
  for (const { lines } of entries)
    for (const { subAccount } of lines) {
      topics.add('balances')
      if (subAccount) topics.add(`account/${subAccount}`)
    }
  return [...topics]
}
