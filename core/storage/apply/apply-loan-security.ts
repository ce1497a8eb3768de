import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { present } from '../../assert.ts'
import type { loanRepaid } from '../../loans/loan-records.ts'
import {
  loanCollateralReleased,
  loanGuaranteed,
  loanGuarantorReleased,
  loanPledged,
} from '../../loans/security-records.ts'
import { prepared } from '../run.ts'
import type { LoanCollateralTable, LoanGuaranteeTable } from '../tables/loan-security-tables.ts'
import type { Applied } from './applied.ts'
import { place, releaseRest, returnHeld, takeHeld } from './apply-holds.ts'

type Unreleased<T> = Omit<{ readonly [K in keyof T & string]: T[K] }, 'released_position'>

const insertGuarantee = prepared<Unreleased<LoanGuaranteeTable>, unknown>((db, param) =>
  db.insertInto('loan_guarantee').values({
    guarantee_id: param('guarantee_id'),
    loan_id: param('loan_id'),
    guarantor_id: param('guarantor_id'),
    covers_minor: param('covers_minor'),
    paid_minor: param('paid_minor'),
    hold_id: param('hold_id'),
    position: param('position'),
    released_position: null,
  }),
)
const endGuarantee = prepared<{ guaranteeId: string; loanId: string; position: number }, { hold_id: string | null }>(
  (db, param) =>
    db
      .updateTable('loan_guarantee')
      .set({ released_position: param('position') })
      .where('guarantee_id', '=', param('guaranteeId'))
      .where('loan_id', '=', param('loanId'))
      .where('released_position', 'is', null)
      .returning('hold_id'),
)
const addPaid = prepared<{ guaranteeId: string; loanId: string; paidMinor: bigint }, { guarantee_id: string }>(
  (db, param) =>
    db
      .updateTable('loan_guarantee')
      .set(eb => ({ paid_minor: eb('paid_minor', '+', param('paidMinor')) }))
      .where('guarantee_id', '=', param('guaranteeId'))
      .where('loan_id', '=', param('loanId'))
      .returning('guarantee_id'),
)
const insertCollateral = prepared<Unreleased<LoanCollateralTable>, unknown>((db, param) =>
  db.insertInto('loan_collateral').values({
    collateral_id: param('collateral_id'),
    loan_id: param('loan_id'),
    kind: param('kind'),
    value_minor: param('value_minor'),
    thing: param('thing'),
    position: param('position'),
    released_position: null,
  }),
)
const endCollateral = prepared<{ collateralId: string; loanId: string; position: number }, { collateral_id: string }>(
  (db, param) =>
    db
      .updateTable('loan_collateral')
      .set({ released_position: param('position') })
      .where('collateral_id', '=', param('collateralId'))
      .where('loan_id', '=', param('loanId'))
      .where('released_position', 'is', null)
      .returning('collateral_id'),
)

type Repaid = z.infer<typeof loanRepaid>

function countPaid(db: Database, { loanId, guaranteeId }: Repaid, paidMinor: bigint): void {
  if (guaranteeId === undefined) return
  const [guarantee] = addPaid.all(db, { guaranteeId, loanId, paidMinor })
  present(guarantee, 'a guarantor who pays stands for the loan')
}

/** What stands for a loan pays it: what is held, or a guarantor. Rule: L80. */
export function spendSecurity(db: Database, position: number, repaid: Repaid): void {
  const { takenHold: holdId, loanId, accountId, amountMinor } = repaid
  if (holdId !== undefined) takeHeld(db, position, { holdId, loanId, accountId, amountMinor })
  countPaid(db, repaid, amountMinor)
}

/** A repayment is taken back: what stood for the loan stands for it again. Rule: L80. */
export function restoreSecurity(db: Database, repaid: Repaid): void {
  const { takenHold: holdId, amountMinor } = repaid
  if (holdId !== undefined) returnHeld(db, { holdId, amountMinor })
  countPaid(db, repaid, -amountMinor)
}

export const loanSecurityAppliers = {
  'loan.guaranteed': (db: Database, { position, record }: Applied) => {
    const { loanId, guaranteeId, guarantorId, coversMinor, accountId, holdId } = loanGuaranteed.parse(record.body)
    insertGuarantee.run(db, {
      guarantee_id: guaranteeId,
      loan_id: loanId,
      guarantor_id: guarantorId,
      covers_minor: coversMinor,
      paid_minor: 0n,
      hold_id: holdId ?? null,
      position,
    })
    if (accountId && holdId)
      place(db, {
        hold_id: holdId,
        account_id: accountId,
        amount_minor: coversMinor,
        reason: 'loan-guarantee',
        placed_position: position,
        placed_on: record.businessDate,
        expires_on: null,
        loan_id: loanId,
      })
  },
  'loan.guarantor-released': (db: Database, { position, record }: Applied) => {
    const [guarantee] = endGuarantee.all(db, { ...loanGuarantorReleased.parse(record.body), position })
    const { holdId } = present(guarantee, 'a guarantee ends once')
    if (holdId !== null) releaseRest(db, position, holdId)
  },
  'loan.pledged': (db: Database, { position, record }: Applied) => {
    const { loanId, collateralId, kind, valueMinor, thing } = loanPledged.parse(record.body)
    insertCollateral.run(db, {
      collateral_id: collateralId,
      loan_id: loanId,
      kind,
      value_minor: valueMinor,
      thing: thing ?? null,
      position,
    })
  },
  'loan.collateral-released': (db: Database, { position, record }: Applied) => {
    const [collateral] = endCollateral.all(db, { ...loanCollateralReleased.parse(record.body), position })
    present(collateral, 'a thing is given back once')
  },
}
