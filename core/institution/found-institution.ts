import { present } from '../assert.ts'
import { countedMinor } from '../cash/denominations.ts'
import type { Decision } from '../command/decision.ts'
import { base64url, utf8 } from '../crypto/hash.ts'
import { transferEntry } from '../journal/entry.ts'
import { minorUnitOf } from '../money/currency.ts'
import { grantEnd } from './add-staff.ts'
import { microfinanceChart, postingAccounts } from './chart-template.ts'
import type { Founding } from './founding.ts'
import { limitsOfRole } from './limits-template.ts'
import { templateProducts } from './products-template.ts'

/** A member of the founding staff whose passphrase has become a slot: the id and the public half of the key. */
export interface FoundingStaff {
  readonly code: string
  readonly staffId: string
  readonly publicKey: Uint8Array
}

export interface FoundingIds {
  readonly institutionId: string
  readonly branchId: string
  readonly vaultId: string
}

/** The whole institution as one decision: chart, products, branch, staff with limits, and the vault's first cash against capital. */
export function foundInstitution(
  founding: Founding,
  staff: readonly FoundingStaff[],
  ids: FoundingIds,
  now: string,
): Decision {
  const { institutionName, country, currency, template, branch, openingVault } = founding
  const openingMinor = countedMinor(openingVault)
  const people = founding.staff.map(person => ({
    person,
    made: present(
      staff.find(({ code }) => code === person.code),
      'every founding person has a key',
    ),
  }))
  return {
    type: 'institution.created',
    class: 'decision',
    entries: openingMinor > 0n ? [openingEntry(ids.vaultId, openingMinor, currency)] : [],
    body: {
      institutionId: ids.institutionId,
      name: institutionName,
      country,
      currency,
      template,
      branch: {
        branchId: ids.branchId,
        code: branch.code,
        name: branch.name,
        vaultId: ids.vaultId,
      },
      chart: microfinanceChart,
      products: templateProducts(currency),
      staff: people.map(({ person, made }) => ({
        staffId: made.staffId,
        code: person.code,
        role: person.role,
        limits: limitsOfRole(person.role, minorUnitOf(currency)),
        publicKey: base64url(made.publicKey),
        grantValidUntil: grantEnd(now),
      })),
    },
    blobs: people.map(({ person, made }) => ({
      name: 'staff-profile',
      subject: made.staffId,
      content: utf8(JSON.stringify({ name: person.name })),
    })),
    isReference: true,
  }
}

const openingEntry = (vaultId: string, amountMinor: bigint, currency: Founding['currency']) =>
  transferEntry('Opening cash in the vault', {
    debit: { account: postingAccounts.vault, subAccount: vaultId },
    credit: { account: postingAccounts.capital },
    amountMinor,
    currency,
  })
