import { z } from 'zod'
import { ledgerAccountSchema } from '../ledger/ledger-account.ts'

export const ledgerAccountAdded = ledgerAccountSchema

/** The account as it is from this record on; `version` counts its states, the first one included. */
export const ledgerAccountChanged = ledgerAccountSchema.pick({ code: true, name: true, parent: true }).extend({
  version: z.int().min(2),
  isClosed: z.boolean(),
})
