import { setCashLimit } from '../cash/cash-limit.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { branchRows } from '../storage/reference.ts'
import type { CommandOf } from './command.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

const loadLimitedBranch = ({ db }: Books, { branchId }: CommandOf<'cash-limit.set'>): Result<null, Refusal> =>
  branchRows(db).some(row => row.branchId === branchId) ? ok(null) : refuse({ type: 'branch-unknown' })

/** The verb of how much cash may lie where. */
export const cashLimitVerbs: VerbsOf<'cash-limit'> = {
  'cash-limit.set': anytimeVerb({
    recordType: 'cash-limit.set',
    permission: 'branch',
    isHeadOfficeOnly: true,
    load: loadLimitedBranch,
    decide: setCashLimit,
  }),
}
