import { present } from '../assert.ts'
import { base64url, utf8 } from '../crypto/hash.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { minorUnitOf } from '../money/currency.ts'
import { countedMinor } from '../money/denominations.ts'
import { grantEnd } from './add-staff.ts'
import type { Founding } from './founding.ts'
import { limitsOfRole } from './limits-template.ts'
import { chartIn } from './template-names.ts'

/** A member of the founding staff whose passphrase has become a slot: the id and the public half of the key. */
export interface FoundingStaff {
  readonly code: string
  readonly staffId: string
  readonly publicKey: Uint8Array
}

/** What the founding takes besides the form: ids, the moment, and the template's products as bodies of JSON. */
export interface FoundingMaterial {
  readonly institutionId: string
  readonly branchId: string
  readonly vaultId: string
  readonly now: string
  readonly products: readonly unknown[]
}

/** The whole institution as one decision: chart, products, branch, staff with limits, and the vault's first cash against capital. */
export function foundInstitution(
  founding: Founding,
  staff: readonly FoundingStaff[],
  { institutionId, branchId, vaultId, now, products }: FoundingMaterial,
): Decision {
  const { institutionName, country, currency, template, fiscalYearStartMonth, branch, openingVault } = founding
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
    entries: openingMinor > 0n ? [openingEntry(vaultId, openingMinor, currency)] : [],
    body: {
      institutionId,
      name: institutionName,
      country,
      currency,
      template,
      fiscalYearStartMonth,
      branch: { branchId, code: branch.code, name: branch.name, vaultId },
      chart: chartIn(founding.language ?? 'en'),
      products,
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
  transferEntry('opening-cash-in-the-vault', {
    debit: { account: postingAccounts.vault, subAccount: vaultId },
    credit: { account: postingAccounts.capital },
    amountMinor,
    currency,
  })
