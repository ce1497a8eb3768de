import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { OpenBranch } from './institution-commands.ts'

/** Opens a further branch with an empty vault. Refuses branch-code-taken. Rule: G10. */
export function openBranch(
  { codeTaken }: { readonly codeTaken: boolean },
  { code, name }: OpenBranch,
  { newId }: Context,
): Result<Decision, Refusal> {
  if (codeTaken) return refuse({ type: 'branch-code-taken', code })
  return ok({
    type: 'branch.opened',
    class: 'decision',
    entries: [],
    body: { branchId: newId(), code, name, vaultId: newId() },
    isReference: true,
  })
}
