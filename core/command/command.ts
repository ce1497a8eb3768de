import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { denominationCountSchema } from '../cash/denominations.ts'
import { newClientSchema } from '../customers/client-profile.ts'
import { documentRequestSchema } from '../documents/document-request.ts'
import { foundingSchema } from '../institution/founding.ts'
import { roleSchema } from '../institution/roles.ts'
import { logIdSchema, recordRefSchema, uuidSchema } from '../journal/record.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { publicKeyTextSchema } from '../sync/key-text.ts'
import { noteSchema, passphraseSchema, staffCodeSchema } from '../text-fields.ts'

/** The idempotency key is minted when the form opens: a double click, a retry and a lost answer are the same command. */
const keyed = { key: uuidSchema }

const dayOpen = z.strictObject({
  ...keyed,
  type: z.literal('day.open'),
  date: businessDateSchema,
})
const dayClose = z.strictObject({ ...keyed, type: z.literal('day.close') })
const drawerOpen = z.strictObject({
  ...keyed,
  type: z.literal('drawer.open'),
  currency: currencySchema,
  counted: denominationCountSchema,
})
const drawerClose = z.strictObject({
  ...keyed,
  type: z.literal('drawer.close'),
  drawerId: uuidSchema,
  counted: denominationCountSchema,
  note: noteSchema.optional(),
})
const clientRegister = z.strictObject({
  ...keyed,
  type: z.literal('client.register'),
  client: newClientSchema,
})
const clientUpdate = z.strictObject({
  ...keyed,
  type: z.literal('client.update'),
  clientId: uuidSchema,
  client: newClientSchema,
})
const savingsOpen = z.strictObject({
  ...keyed,
  type: z.literal('savings.open'),
  clientId: uuidSchema,
  productId: z.string().max(60),
})
const cashMove = {
  ...keyed,
  accountId: uuidSchema,
  amountMinor: positiveAmountSchema,
  currency: currencySchema,
}
const savingsDeposit = z.strictObject({
  ...cashMove,
  type: z.literal('savings.deposit'),
})
const savingsWithdraw = z.strictObject({
  ...cashMove,
  type: z.literal('savings.withdraw'),
})
const holdPlace = z.strictObject({
  ...cashMove,
  type: z.literal('hold.place'),
  reason: z.enum(['dispute', 'court-order', 'guarantee', 'cheque', 'other']),
  note: noteSchema.optional(),
})
const holdRelease = z.strictObject({
  ...keyed,
  type: z.literal('hold.release'),
  holdId: uuidSchema,
})
export const reversalReasons = [
  'wrong-amount',
  'wrong-account',
  'wrong-client',
  'entered-twice',
  'client-changed-mind',
  'other',
] as const
const operationReverse = z.strictObject({
  ...keyed,
  type: z.literal('operation.reverse'),
  record: recordRefSchema,
  reason: z.enum(reversalReasons),
  note: noteSchema.optional(),
})
const receiptReprint = z.strictObject({
  ...keyed,
  type: z.literal('receipt.reprint'),
  record: recordRefSchema,
})
const staffAdd = z.strictObject({
  ...keyed,
  type: z.literal('staff.add'),
  code: staffCodeSchema,
  name: z.string().trim().min(1).max(80),
  role: roleSchema,
  passphrase: passphraseSchema,
})
const staffSuspend = z.strictObject({
  ...keyed,
  type: z.literal('staff.suspend'),
  staffId: uuidSchema,
})
const deviceInvite = z.strictObject({
  ...keyed,
  type: z.literal('device.invite'),
  staffId: uuidSchema,
})

const deviceAdmit = z.strictObject({
  ...keyed,
  type: z.literal('device.admit'),
  inviteId: uuidSchema,
  log: logIdSchema,
  publicKey: publicKeyTextSchema,
})

/** Commands above a person's limit that a second person may decide later, on the same laptop or after sync. */
export const approvableCommandSchema = z.discriminatedUnion('type', [
  operationReverse,
  savingsWithdraw,
  savingsDeposit,
  drawerClose,
])
const approvalRequest = z.strictObject({
  ...keyed,
  type: z.literal('approval.request'),
  command: approvableCommandSchema,
})
const approvalDecide = z.strictObject({
  ...keyed,
  type: z.literal('approval.decide'),
  request: recordRefSchema,
  decision: z.enum(['approve', 'decline']),
  note: noteSchema.optional(),
})

/** Commands that become exactly one journal record each. */
export const journalCommandSchema = z.discriminatedUnion('type', [
  dayOpen,
  dayClose,
  drawerOpen,
  drawerClose,
  clientRegister,
  clientUpdate,
  savingsOpen,
  savingsDeposit,
  savingsWithdraw,
  holdPlace,
  holdRelease,
  operationReverse,
  approvalRequest,
  approvalDecide,
  receiptReprint,
  staffAdd,
  staffSuspend,
  deviceInvite,
  deviceAdmit,
])
export type JournalCommand = z.infer<typeof journalCommandSchema>
export type CommandOf<T extends JournalCommand['type']> = Extract<JournalCommand, { type: T }>

/** Commands about the installation, not the books: who sits here, what is drafted, where the printer is, whom to sync with. */
export const deskCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('institution.create'),
    ...keyed,
    founding: foundingSchema,
  }),
  z.strictObject({
    type: z.literal('device.join'),
    ...keyed,
    serverUrl: z.url().max(200),
    invitation: z.string().max(60),
    passphrase: passphraseSchema,
  }),
  z.strictObject({
    type: z.literal('session.sign-in'),
    code: staffCodeSchema,
    passphrase: z.string().max(200),
  }),
  z.strictObject({ type: z.literal('session.lock') }),
  z.strictObject({ type: z.literal('session.sign-out') }),
  z.strictObject({ type: z.literal('session.active') }),
  z.strictObject({
    type: z.literal('session.change-passphrase'),
    current: z.string().max(200),
    next: passphraseSchema,
  }),
  z.strictObject({
    type: z.literal('session.cosign'),
    code: staffCodeSchema,
    passphrase: z.string().max(200),
    command: journalCommandSchema,
  }),
  z.strictObject({
    type: z.literal('draft.save'),
    form: z.string().max(80),
    body: z.string().max(200_000),
  }),
  z.strictObject({
    type: z.literal('draft.discard'),
    form: z.string().max(80),
  }),
  z.strictObject({
    type: z.literal('device.configure'),
    printer: z
      .strictObject({
        host: z.string().max(120),
        port: z.int().min(1).max(65_535),
        widthMm: z.union([z.literal(58), z.literal(80)]),
      })
      .nullable()
      .optional(),
    idleLockMinutes: z.int().min(1).max(60).optional(),
  }),
  z.strictObject({
    type: z.literal('sync.connect'),
    serverUrl: z.url().max(200),
    code: z.string().max(60),
  }),
  z.strictObject({ type: z.literal('sync.now') }),
  z.strictObject({
    type: z.literal('document.produce'),
    document: documentRequestSchema,
    output: z.enum(['pdf', 'printer', 'escpos-file']),
  }),
  z.strictObject({
    type: z.literal('rescue.save'),
    folder: z.string().min(1).max(1000),
  }),
])
export type DeskCommand = z.infer<typeof deskCommandSchema>

export type Command = JournalCommand | DeskCommand
