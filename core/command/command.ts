import { z } from 'zod'
import { decideApprovalSchema } from '../approvals/approval-commands.ts'
import { drawSampleSchema, markItemSchema } from '../audit/audit-commands.ts'
import { closeDaySchema, openDaySchema } from '../business-day/day-commands.ts'
import { addBankAccountSchema } from '../cash/add-bank-account.ts'
import { closeDrawerSchema, countDrawerSchema, countVaultSchema, openDrawerSchema } from '../cash/cash-commands.ts'
import { setCashLimitSchema } from '../cash/cash-limit.ts'
import { cancelTransferSchema, receiveCashSchema, sendCashSchema } from '../cash/transfer-commands.ts'
import { addLedgerAccountSchema, changeLedgerAccountSchema } from '../chart/chart-commands.ts'
import { runCloseOfBusinessSchema } from '../close-of-business/close-of-business-commands.ts'
import { reprintReceiptSchema, reverseOperationSchema } from '../corrections/correction-commands.ts'
import { registerClientSchema, updateClientSchema } from '../customers/customer-commands.ts'
import { changeGroupSchema, formGroupSchema } from '../customers/group-commands.ts'
import { keyed } from '../decision/keyed.ts'
import { exchangeCashSchema, publishRateSchema } from '../foreign-exchange/exchange-commands.ts'
import { revaluePositionSchema } from '../foreign-exchange/revalue-position.ts'
import {
  addStaffSchema,
  admitDeviceSchema,
  inviteDeviceSchema,
  openBranchSchema,
  revokeDeviceSchema,
  seizeCustodySchema,
  setPassphraseSchema,
  suspendStaffSchema,
} from '../institution/institution-commands.ts'
import { setCalendarSchema } from '../institution/working-calendar.ts'
import {
  approveLoanSchema,
  cancelLoanSchema,
  chargeLoanSchema,
  disburseLoanSchema,
  draftLoanSchema,
  meetLoanConditionSchema,
  refinanceLoanSchema,
  refundLoanSchema,
  rejectLoanSchema,
  repayLoanSchema,
  rescheduleLoanSchema,
  submitLoanSchema,
  waiveOnLoanSchema,
  withdrawLoanSchema,
  writeOffLoanSchema,
} from '../loans/loan-commands.ts'
import { postProvisionSchema } from '../loans/post-provision.ts'
import {
  guaranteeLoanSchema,
  pledgeOnLoanSchema,
  releaseCollateralSchema,
  releaseGuarantorSchema,
} from '../loans/security-commands.ts'
import { setProvisionPolicySchema } from '../loans/set-provision-policy.ts'
import { postJournalSchema } from '../manual-journals/journal-commands.ts'
import {
  retireTemplateSchema,
  runRecurringSchema,
  saveRecurringSchema,
  saveTemplateSchema,
  stopRecurringSchema,
} from '../manual-journals/template-commands.ts'
import { closePeriodSchema, closeYearSchema, reopenPeriodSchema, reopenYearSchema } from '../periods/period-commands.ts'
import { publishProductSchema, retireProductSchema } from '../products/product-commands.ts'
import {
  cancelInstructionSchema,
  captureHoldSchema,
  closeAccountSchema,
  depositSchema,
  openAccountSchema,
  placeHoldSchema,
  placeInstructionSchema,
  reactivateAccountSchema,
  releaseHoldSchema,
  setHoldersSchema,
  setOverdraftSchema,
  takeOverSchema,
  transferSchema,
  withdrawSchema,
} from '../savings/savings-commands.ts'
import type { DeskCommand } from './desk-command.ts'

/** Commands above a person's limit that a second person may decide later. */
export const approvableCommandSchema = z.discriminatedUnion('type', [
  reverseOperationSchema,
  withdrawSchema,
  depositSchema,
  transferSchema,
  closeAccountSchema,
  placeInstructionSchema,
  exchangeCashSchema,
  closeDrawerSchema,
  countDrawerSchema,
  countVaultSchema,
  receiveCashSchema,
  cancelTransferSchema,
  revaluePositionSchema,
  postJournalSchema,
  postProvisionSchema,
  saveRecurringSchema,
  captureHoldSchema,
  disburseLoanSchema,
  refinanceLoanSchema,
  releaseGuarantorSchema,
  releaseCollateralSchema,
  repayLoanSchema,
  chargeLoanSchema,
  waiveOnLoanSchema,
  refundLoanSchema,
  rescheduleLoanSchema,
  writeOffLoanSchema,
  closePeriodSchema,
  reopenPeriodSchema,
  closeYearSchema,
  reopenYearSchema,
])
export type ApprovableCommand = z.infer<typeof approvableCommandSchema>

export const isApprovable = (type: string): boolean =>
  approvableCommandSchema.options.some(({ shape }) => shape.type.value === type)

/** Commands that may be given many at a time. */
export const bulkableCommandSchema = z.discriminatedUnion('type', [
  depositSchema,
  withdrawSchema,
  transferSchema,
  takeOverSchema,
  repayLoanSchema,
  postJournalSchema,
  registerClientSchema,
  openAccountSchema,
])

const requestApprovalSchema = z.strictObject({
  ...keyed,
  type: z.literal('approval.request'),
  command: approvableCommandSchema,
})

/** Commands that become exactly one journal record each. */
export const journalCommandSchema = z.discriminatedUnion('type', [
  openDaySchema,
  closeDaySchema,
  runCloseOfBusinessSchema,
  openDrawerSchema,
  countDrawerSchema,
  closeDrawerSchema,
  countVaultSchema,
  sendCashSchema,
  receiveCashSchema,
  cancelTransferSchema,
  addBankAccountSchema,
  setCashLimitSchema,
  setCalendarSchema,
  publishRateSchema,
  exchangeCashSchema,
  revaluePositionSchema,
  registerClientSchema,
  updateClientSchema,
  formGroupSchema,
  changeGroupSchema,
  openAccountSchema,
  depositSchema,
  withdrawSchema,
  transferSchema,
  takeOverSchema,
  reactivateAccountSchema,
  closeAccountSchema,
  setOverdraftSchema,
  setHoldersSchema,
  placeInstructionSchema,
  cancelInstructionSchema,
  placeHoldSchema,
  releaseHoldSchema,
  captureHoldSchema,
  draftLoanSchema,
  submitLoanSchema,
  approveLoanSchema,
  meetLoanConditionSchema,
  rejectLoanSchema,
  withdrawLoanSchema,
  cancelLoanSchema,
  guaranteeLoanSchema,
  releaseGuarantorSchema,
  pledgeOnLoanSchema,
  releaseCollateralSchema,
  disburseLoanSchema,
  refinanceLoanSchema,
  repayLoanSchema,
  chargeLoanSchema,
  waiveOnLoanSchema,
  refundLoanSchema,
  writeOffLoanSchema,
  rescheduleLoanSchema,
  reverseOperationSchema,
  requestApprovalSchema,
  decideApprovalSchema,
  reprintReceiptSchema,
  openBranchSchema,
  addStaffSchema,
  setPassphraseSchema,
  suspendStaffSchema,
  inviteDeviceSchema,
  admitDeviceSchema,
  revokeDeviceSchema,
  seizeCustodySchema,
  addLedgerAccountSchema,
  changeLedgerAccountSchema,
  publishProductSchema,
  retireProductSchema,
  postJournalSchema,
  postProvisionSchema,
  setProvisionPolicySchema,
  saveTemplateSchema,
  retireTemplateSchema,
  saveRecurringSchema,
  stopRecurringSchema,
  runRecurringSchema,
  closePeriodSchema,
  reopenPeriodSchema,
  closeYearSchema,
  reopenYearSchema,
  drawSampleSchema,
  markItemSchema,
])
export type JournalCommand = z.infer<typeof journalCommandSchema>
export type CommandOf<T extends JournalCommand['type']> = Extract<JournalCommand, { type: T }>

export type Command = JournalCommand | DeskCommand
