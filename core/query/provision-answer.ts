import type { Database } from 'better-sqlite3'
import type { Context } from '../decision/context.ts'
import { provisionsAsOf } from '../storage/provision.ts'
import { lastProvision, provisionPolicyOn } from '../storage/provision-postings.ts'
import { dayAsked, portfolioNames } from './portfolio-answer.ts'
import type { ProvisionAnswer } from './portfolio-answers.ts'
import type { Query } from './query.ts'

/** What has to be provided for the loans of a day, branch by branch, and what is. Rule: L61. */
export function provisionAnswer(
  db: Database,
  context: Context,
  { asOf: asked, branchId, method: compared }: Extract<Query, { type: 'provision' }>,
): ProvisionAnswer {
  const asOf = dayAsked(db, context, asked)
  if (!asOf) return { provisions: [] }
  const nameOf = portfolioNames(db, 'branch')
  const policy = provisionPolicyOn(db, asOf)
  return {
    asOf,
    policy,
    provisions: provisionsAsOf(db, asOf, { ...policy, method: compared ?? policy.method }, branchId).map(one => {
      const lastPostedOn = lastProvision(db, one)
      return { ...one, branchName: nameOf(one.branchId), ...(lastPostedOn ? { lastPostedOn } : {}) }
    }),
  }
}
