import { z } from 'zod'
import { sampleCriteriaSchema } from '../audit/audit-commands.ts'
import { auditKindSchema } from '../audit/audit-event.ts'
import { businessDateSchema } from '../calendar/business-date.ts'
import { periodSchema } from '../calendar/period.ts'
import { journalCommandSchema } from '../command/command.ts'
import { attachmentPlaceSchema } from '../decision/attachments.ts'
import { documentRequestSchema } from '../documents/document-request.ts'
import { dateBasisSchema } from '../journal/date-basis.ts'
import { ledgerPlaceSchema } from '../journal/ledger-place.ts'
import { linePlaceSchema } from '../journal/line-place.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { worklists } from '../loans/worklist.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { productSchema } from '../products/product.ts'
import { productIdSchema } from '../products/product-fields.ts'
import { desiredLiquidities, intendedUses } from '../products/recommend-products.ts'
import { loanStates } from '../refusals/loan-refusal.ts'
import { ledgerRequestShape } from '../statements/ledger-request.ts'
import { statementRequestSchema } from '../statements/statement-request.ts'
import { bulkStatuses } from './bulk-answers.ts'
import { portfolioQuerySchemas } from './portfolio-request.ts'

const limit = z.int().min(1).max(200).default(50)

/** Everything the window may ask. Queries read; they never change anything. */
export const querySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('session') }),
  z.strictObject({ type: z.literal('my-day') }),
  z.strictObject({ type: z.literal('search'), text: z.string().max(100), limit: z.int().min(1).max(50).default(20) }),
  z.strictObject({ type: z.literal('client'), clientId: uuidSchema }),
  z.strictObject({ type: z.literal('client-photo'), clientId: uuidSchema }),
  z.strictObject({ type: z.literal('account'), accountId: uuidSchema }),
  z.strictObject({
    type: z.literal('statement'),
    accountId: uuidSchema,
    from: businessDateSchema.optional(),
    to: businessDateSchema.optional(),
    before: linePlaceSchema.optional(),
    limit,
  }),
  z.strictObject({
    type: z.literal('balance'),
    accountId: uuidSchema,
    asOf: businessDateSchema,
    basis: dateBasisSchema.default('booking'),
  }),
  z.strictObject({ type: z.literal('loan'), loanId: uuidSchema }),
  /** What befell it, by its place. */
  z.strictObject({
    type: z.literal('loan-history'),
    loanId: uuidSchema,
    before: z.int().nonnegative().optional(),
    limit,
  }),
  z.strictObject({ type: z.literal('loan-payoff'), loanId: uuidSchema }),
  /** Who and what stands for a loan. */
  z.strictObject({ type: z.literal('loan-security'), loanId: uuidSchema }),
  /** One of the papers of a thing that is pledged for it. */
  z.strictObject({
    type: z.literal('collateral-paper'),
    loanId: uuidSchema,
    collateralId: uuidSchema,
    place: attachmentPlaceSchema,
  }),
  z.strictObject({
    type: z.literal('loans'),
    /** `officer`: those that the person drafted. */
    of: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('client'), clientId: uuidSchema }),
      z.strictObject({ by: z.literal('group'), groupId: uuidSchema }),
      z.strictObject({ by: z.literal('officer') }),
      z.strictObject({ by: z.literal('state'), state: z.enum(loanStates) }),
    ]),
    limit,
  }),
  /** The products for loans, and what stands against one of each for a client. */
  z.strictObject({ type: z.literal('loan-offers'), clientId: uuidSchema }),
  /** What was said and decided of an application. */
  z.strictObject({ type: z.literal('loan-application'), loanId: uuidSchema }),
  /** The applications that wait for a decision. */
  z.strictObject({ type: z.literal('loan-applications'), limit }),
  /** The person's own ones; for who is no officer, all that are kept at the device. */
  z.strictObject({ type: z.literal('loan-worklist'), list: z.enum(worklists), limit }),
  ...portfolioQuerySchemas,
  /** What a loan asks of the borrower's household. */
  z.strictObject({ type: z.literal('loan-affordability'), loanId: uuidSchema }),
  /** All that a client owes and stands for. */
  z.strictObject({ type: z.literal('client-exposure'), clientId: uuidSchema }),
  /** The groups, all of them or those of a client. */
  z.strictObject({ type: z.literal('groups'), clientId: uuidSchema.optional(), limit }),
  z.strictObject({ type: z.literal('group-loans'), groupId: uuidSchema, date: businessDateSchema.optional() }),
  /** The sheet that a group is collected from on a day. */
  z.strictObject({ type: z.literal('group-collection'), groupId: uuidSchema, date: businessDateSchema.optional() }),
  z.strictObject({ type: z.literal('products') }),
  /** Every product with all its versions, retired ones too, for head office. */
  z.strictObject({ type: z.literal('product-catalogue') }),
  z.strictObject({ type: z.literal('product'), productId: productIdSchema }),
  /** A year of a client's money under a draft of a product. */
  z.strictObject({
    type: z.literal('product-preview'),
    product: productSchema,
    amountMinor: positiveAmountSchema,
    termMonths: z.int().min(1).max(600).optional(),
  }),
  z.strictObject({
    type: z.literal('recommend-products'),
    clientId: uuidSchema,
    use: z.enum(intendedUses),
    amountMinor: positiveAmountSchema,
    termMonths: z.int().min(1).max(600).optional(),
    liquidity: z.enum(desiredLiquidities),
  }),
  z.strictObject({ type: z.literal('drawer') }),
  z.strictObject({ type: z.literal('drawers') }),
  z.strictObject({ type: z.literal('cash-position'), date: businessDateSchema.optional() }),
  z.strictObject({ type: z.literal('bank-accounts') }),
  z.strictObject({ type: z.literal('cash-limits') }),
  /** How far the close of business has come here. */
  z.strictObject({ type: z.literal('close-of-business') }),
  /** What the close of a date did, account by account. */
  z.strictObject({
    type: z.literal('closed-date'),
    date: businessDateSchema,
    page: z.int().min(0).max(10_000).default(0),
    /** Of the loans. */
    loanPage: z.int().min(0).max(10_000).default(0),
  }),
  z.strictObject({ type: z.literal('rates'), date: businessDateSchema.optional() }),
  z.strictObject({ type: z.literal('rate-history'), currency: currencySchema }),
  z.strictObject({ type: z.literal('fx-position'), date: businessDateSchema.optional() }),
  z.strictObject({
    type: z.literal('trial-balance'),
    asOf: businessDateSchema.optional(),
    basis: dateBasisSchema.default('booking'),
    branchId: uuidSchema.optional(),
  }),
  z.strictObject({ type: z.literal('financial-statement'), statement: statementRequestSchema }),
  z.strictObject({
    type: z.literal('ledger-lines'),
    ...ledgerRequestShape,
    before: ledgerPlaceSchema.optional(),
    limit,
  }),
  z.strictObject({ type: z.literal('chart') }),
  z.strictObject({ type: z.literal('ledger-account'), code: ledgerCodeSchema }),
  z.strictObject({
    type: z.literal('ledger-balance'),
    code: ledgerCodeSchema,
    asOf: businessDateSchema,
    basis: dateBasisSchema.default('booking'),
  }),
  z.strictObject({ type: z.literal('periods') }),
  /** Of the oldest open period when none is named. */
  z.strictObject({ type: z.literal('period-checklist'), period: periodSchema.optional() }),
  /** What came for a closed period after its closing. */
  z.strictObject({ type: z.literal('late-records'), period: periodSchema.optional() }),
  z.strictObject({ type: z.literal('journal-templates') }),
  z.strictObject({ type: z.literal('recurring-journals') }),
  z.strictObject({ type: z.literal('recurring-due'), upTo: businessDateSchema.optional() }),
  z.strictObject({
    type: z.literal('journal'),
    before: z.int().positive().optional(),
    limit,
    text: z.string().max(100).optional(),
  }),
  z.strictObject({ type: z.literal('record'), record: recordRefSchema }),
  /** One of the papers beside a record, counted from 0. */
  z.strictObject({ type: z.literal('attachment'), record: recordRefSchema, place: attachmentPlaceSchema }),
  /** What was done, tried and seen here and at other devices, and is no operation of the books. */
  z.strictObject({
    type: z.literal('audit-trail'),
    staffId: uuidSchema.optional(),
    kind: auditKindSchema.optional(),
    /** A client or an account, as a search finds them, or a subject as the trail writes it. */
    about: z.string().max(100).optional(),
    /** Moments: from, inclusive; to, exclusive. */
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    before: z.strictObject({ position: z.int().positive().optional(), n: z.int().positive() }).optional(),
    limit,
  }),
  /** A receipt's number, a record's, or the text of a receipt's code. */
  z.strictObject({ type: z.literal('trace'), text: z.string().max(1200) }),
  /** How much a sample would be drawn from. */
  z.strictObject({ type: z.literal('sample-population'), criteria: sampleCriteriaSchema }),
  z.strictObject({ type: z.literal('working-papers') }),
  z.strictObject({ type: z.literal('working-paper'), paperId: uuidSchema }),
  z.strictObject({ type: z.literal('approvals') }),
  z.strictObject({ type: z.literal('branches') }),
  /** When nobody works. */
  z.strictObject({ type: z.literal('calendar') }),
  z.strictObject({ type: z.literal('staff') }),
  z.strictObject({ type: z.literal('devices') }),
  z.strictObject({ type: z.literal('sync') }),
  /** Records of other devices that are not in the books as they should be. */
  z.strictObject({ type: z.literal('attention') }),
  /** What was recorded here in a log that the server stopped, and is in nobody's books. */
  z.strictObject({ type: z.literal('salvage') }),
  /** How far a check of the books under way has come. */
  z.strictObject({ type: z.literal('verification') }),
  /** How far the newest batch of many operations has come. */
  z.strictObject({ type: z.literal('bulk') }),
  z.strictObject({
    type: z.literal('bulk-results'),
    batch: uuidSchema,
    /** The place after which the page begins. */
    after: z.int().min(0).default(0),
    status: z.enum(bulkStatuses).optional(),
    limit,
  }),
  z.strictObject({ type: z.literal('settings') }),
  z.strictObject({ type: z.literal('draft'), form: z.string().max(80) }),
  /** What a command would do, decided by the same code that would execute it. */
  z.strictObject({ type: z.literal('preview'), command: journalCommandSchema }),
  /** What is known of an operation whose answer was lost. */
  z.strictObject({ type: z.literal('outcome'), key: uuidSchema }),
  z.strictObject({ type: z.literal('document'), document: documentRequestSchema }),
])
export type Query = z.infer<typeof querySchema>
export type QueryInput = z.input<typeof querySchema>
