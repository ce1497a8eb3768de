import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import {
  loanCollateralReleased,
  loanGuaranteed,
  loanGuarantorReleased,
  loanPledged,
} from '../../loans/security-records.ts'
import { prepared } from '../run.ts'
import type { LoanCollateralTable, LoanGuaranteeTable } from '../tables/loan-security-tables.ts'
import type { Applied } from './applied.ts'
import { place, releaseRest } from './apply-holds.ts'

type Unreleased<T> = Omit<{ readonly [K in keyof T & string]: T[K] }, 'released_position'>

const insertGuarantee = prepared<Unreleased<LoanGuaranteeTable>, unknown>((db, param) =>
  db.insertInto('loan_guarantee').values({
    guarantee_id: param('guarantee_id'),
    loan_id: param('loan_id'),
    guarantor_id: param('guarantor_id'),
    covers_minor: param('covers_minor'),
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

export const loanSecurityAppliers = {
  'loan.guaranteed': (db: Database, { position, record }: Applied) => {
    const { loanId, guaranteeId, guarantorId, coversMinor, accountId, holdId } = loanGuaranteed.parse(record.body)
    insertGuarantee.run(db, {
      guarantee_id: guaranteeId,
      loan_id: loanId,
      guarantor_id: guarantorId,
      covers_minor: coversMinor,
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
