import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type DeskCommand, idleLockMinutesMax } from '../command/desk-command.ts'
import type { SettingsAnswer } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { prepared } from '../storage/run.ts'
import { notAPrinter } from './printer-address.ts'

export const idleLockMinutesDefault = 3

const settingsSchema = z.strictObject({
  printer: z
    .strictObject({ host: z.string(), port: z.int(), widthMm: z.union([z.literal(58), z.literal(80)]) })
    .nullable()
    .default(null),
  /** What an earlier version let be set for longer is cut short. */
  idleLockMinutes: z
    .int()
    .default(idleLockMinutesDefault)
    .transform(minutes => Math.min(minutes, idleLockMinutesMax)),
})

const values = prepared<Record<never, never>, { name: string; value: string }>(db =>
  db.selectFrom('setting').selectAll(),
)
const put = prepared<{ name: string; value: string }, unknown>((db, param) =>
  db
    .insertInto('setting')
    .values({ name: param('name'), value: param('value') })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value: param('value') })),
)

const names: readonly string[] = Object.keys(settingsSchema.shape)

/** How this installation is set up; what was never set has its default. */
export function readSettings(db: Database): SettingsAnswer {
  const rows = values.all(db, {}).filter(({ name }) => names.includes(name))
  return settingsSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])))
}

/** Changes what is named and keeps the rest. Refuses a printer outside the branch's network. */
export function configureDevice(
  db: Database,
  { type: _type, ...changes }: Extract<DeskCommand, { type: 'device.configure' }>,
): Result<null, Refusal> {
  const stranger = changes.printer && notAPrinter(changes.printer)
  if (stranger) return refuse(stranger)
  return inTransaction(db, () => {
    for (const [name, value] of Object.entries(changes))
      if (value !== undefined) put.run(db, { name, value: JSON.stringify(value) })
    return ok(null)
  })
}
