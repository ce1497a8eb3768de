import type { DeskCommand } from '../command/desk-command.ts'
import type { DeskFor } from '../command/execute-unit.ts'
import { clientNumbered } from '../command/import/client-numbered.ts'
import { planImport } from '../command/import/plan-import.ts'
import { loadContext } from '../command/load-context.ts'
import { fieldsOfKind, type ImportSpec, permissionOfKind } from '../import/import-kinds.ts'
import type { BulkProgress } from '../query/bulk-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { accountByNumber, loanNumbered } from '../storage/account-by-number.ts'
import { productsOn } from '../storage/products.ts'
import { runUnits } from './bulk.ts'
import { deskOf } from './desk-of.ts'
import type { Batch } from './execute-in-chunks.ts'
import type { Installation } from './installation.ts'
import { parseInput } from './parse-input.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { withSecondPerson } from './with-second-person.ts'

type ImportCommand<T extends string> = Extract<DeskCommand, { type: `import.${T}` }>

/**
 * Decides every row of the open file by the code that would import it, and takes everything back. Refuses not-permitted, no-file-open,
 * field-invalid for a column that is needed and not named, bulk-under-way. Rule: N7.
 */
export async function checkImport(
  installation: Installation,
  session: OpenSession,
  { batch, spec }: ImportCommand<'check'>,
): Promise<Result<BulkProgress, Refusal>> {
  const planned = plannedOf(installation, session, spec)
  if (!planned.ok) return planned
  const alone = deskOf(installation, session)
  return runUnits(installation, session, { batch, ...planned.value, deskFor: () => alone, isCheck: true })
}

/**
 * Imports the open file. A row that is in the books already is known, and one that was changed since is refused with `key-reused`; the
 * second person signs each operation of the file. Refuses as a check does, and what keeps the second person from signing. Rules: N6, N10.
 */
export async function runImport(
  installation: Installation,
  session: OpenSession,
  { batch, spec, second }: ImportCommand<'run'>,
): Promise<Result<BulkProgress, Refusal>> {
  const planned = plannedOf(installation, session, spec)
  if (!planned.ok) return planned
  const alone = deskOf(installation, session)
  const run = (deskFor: DeskFor) => runUnits(installation, session, { batch, ...planned.value, deskFor })
  if (second === undefined) return run(() => alone)
  return withSecondPerson(installation, session, second, cosigner => run(() => ({ ...alone, cosigner })))
}

function plannedOf(
  installation: Installation,
  session: OpenSession,
  spec: ImportSpec,
): Result<Pick<Batch, 'expected' | 'plan'>, Refusal> {
  const refusal = notPermittedHere(session, permissionOfKind[spec.kind])
  if (refusal) return refuse(refusal)
  const { table } = session.importing
  if (table === null) return refuse({ type: 'no-file-open' })
  const missing = fieldsOfKind[spec.kind].required.find(field => spec.mapping[field] === undefined)
  if (missing) return refuse({ type: 'field-invalid', field: missing, rule: 'missing' })
  const { institution, device, businessDate } = loadContext(session.books, deskOf(installation, session))
  const { db } = session.books
  const planning = {
    table,
    spec,
    log: device.logId,
    country: institution.country,
    currency: institution.currency,
    products: productsOn(db, businessDate),
    clientOf: clientNumbered(db, { log: device.logId, name: spec.name }),
    accountNumbered: (number: string) => accountByNumber(db, number),
    loanNumbered: (number: string) => loanNumbered(db, number),
    parse: parseInput,
  }
  return ok({ expected: table.rows.length, plan: planImport(planning) })
}
