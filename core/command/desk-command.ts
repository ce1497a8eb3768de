import { z } from 'zod'
import { attachmentPlaceSchema, attachmentSchema } from '../decision/attachments.ts'
import { keyed } from '../decision/keyed.ts'
import { documentRequestSchema } from '../documents/document-request.ts'
import { exportOrderSchema } from '../export/export-order.ts'
import { importSpecSchema } from '../import/import-kinds.ts'
import { foundingSchema } from '../institution/founding.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { passphraseSchema, staffCodeSchema } from '../text-fields.ts'
import { bulkableCommandSchema, journalCommandSchema } from './command.ts'

/** A window left alone longer than this shows a branch's accounts to whoever passes. */
export const idleLockMinutesMax = 15

/** So many fit through the port at once. */
export const bulkItemsMax = 5_000
export const pastedLettersMax = 500_000

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
  /** The log of this computer was stopped by the server: it joins again, with a new one. */
  z.strictObject({
    type: z.literal('device.rejoin'),
    ...keyed,
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
    type: z.literal('recovery.renew'),
    passphrase: z.string().max(200),
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
    idleLockMinutes: z.int().min(1).max(idleLockMinutesMax).optional(),
  }),
  z.strictObject({
    type: z.literal('sync.connect'),
    serverUrl: z.url().max(200),
    code: z.string().max(60),
  }),
  z.strictObject({ type: z.literal('sync.now') }),
  z.strictObject({ type: z.literal('salvage.forget') }),
  z.strictObject({
    type: z.literal('document.produce'),
    document: documentRequestSchema,
    output: z.enum(['pdf', 'printer', 'escpos-file', 'csv', 'xlsx']),
  }),
  /** The person points at a folder, in the system's own dialog. */
  z.strictObject({ type: z.literal('folder.choose') }),
  z.strictObject({
    type: z.literal('export.books'),
    folder: z.string().min(1).max(1000),
    order: exportOrderSchema,
  }),
  /** Ends the close of business after the piece under way; it goes on where it was when it is told so. */
  z.strictObject({ type: z.literal('close-of-business.stop') }),
  z.strictObject({ type: z.literal('close-of-business.resume') }),
  /** Proves the books from the file alone; changes nothing. */
  z.strictObject({ type: z.literal('books.verify'), depth: z.enum(['quick', 'full']) }),
  /** Many operations, each by itself. The same batch again goes on where it was cut: what is known already stays as it is. */
  z.strictObject({
    type: z.literal('bulk.run'),
    batch: uuidSchema,
    items: z.array(bulkableCommandSchema).min(1, { error: 'too-few' }).max(bulkItemsMax, { error: 'too-many' }),
  }),
  z.strictObject({ type: z.literal('bulk.cancel'), batch: uuidSchema }),
  /** What became of each, as CSV in a new folder. */
  z.strictObject({ type: z.literal('bulk.save-results'), batch: uuidSchema, folder: z.string().min(1).max(1000) }),
  /** A paper of a record or a request, or one that is in no record yet; the engine asks the person where to, as the path is not the window's to name. */
  z.strictObject({
    type: z.literal('attachment.save'),
    paper: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('record'), record: recordRefSchema, place: attachmentPlaceSchema }),
      z.strictObject({ of: z.literal('draft'), content: attachmentSchema }),
    ]),
  }),
  /** The person points at a file, in the system's own dialog; the engine reads it and keeps its rows for the session. */
  z.strictObject({ type: z.literal('import.open') }),
  /** The same from a list that was typed or copied from a spreadsheet. */
  z.strictObject({ type: z.literal('import.paste'), text: z.string().max(pastedLettersMax) }),
  /** What an import would do, row by row; nothing of it stays. */
  z.strictObject({ type: z.literal('import.check'), batch: uuidSchema, spec: importSpecSchema }),
  z.strictObject({
    type: z.literal('import.run'),
    batch: uuidSchema,
    spec: importSpecSchema,
    /** Puts their key to each operation of this file. */
    second: z.strictObject({ code: staffCodeSchema, passphrase: z.string().max(200) }).optional(),
  }),
  z.strictObject({
    type: z.literal('rescue.save'),
    folder: z.string().min(1).max(1000),
  }),
])
export type DeskCommand = z.infer<typeof deskCommandSchema>
