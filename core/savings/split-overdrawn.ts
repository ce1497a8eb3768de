import { withLines } from '../journal/entry.ts'
import type { Entry, Line } from '../journal/record.ts'

/** What stands of a client's account in the ledger, debits less credits: what is owed to the client, and what the client owes. */
export interface AccountPlaces {
  readonly controlAccount: string
  readonly controlMinor: bigint
  /** Of the product's overdraft. */
  readonly principalAccount: string
  readonly principalMinor: bigint
}

type Stands = Map<string, AccountPlaces | null>

/**
 * The same entries, in which an account with an overdraft stands on its control account while the client has money there, and on the
 * account of its overdraft while it is below zero: what takes it over zero is a line on each. What stood otherwise, as older programs
 * booked it, is put right with the next entry. Pure; nothing changes the second time. Rule: S23.
 */
export function splitOverdrawn(
  entries: readonly Entry[],
  placesOf: (accountId: string) => AccountPlaces | null,
): readonly Entry[] {
  const stands: Stands = new Map()
  const standOf = (accountId: string): AccountPlaces | null => {
    const known = stands.get(accountId)
    if (known !== undefined) return known
    const places = placesOf(accountId)
    stands.set(accountId, places)
    return places
  }
  return entries.map(entry => splitEntry(entry, stands, standOf))
}

function splitEntry(entry: Entry, stands: Stands, standOf: (accountId: string) => AccountPlaces | null): Entry {
  const done = new Set<string>()
  const lines = entry.lines.flatMap(line => {
    const { subAccount, account } = line
    const places = subAccount === undefined ? null : standOf(subAccount)
    if (!places || subAccount === undefined || !isOn(places, account)) return [line]
    if (done.has(subAccount)) return []
    done.add(subAccount)
    const changeMinor = entry.lines.reduce(
      (sum, one) => (one.subAccount === subAccount && isOn(places, one.account) ? sum + one.amountMinor : sum),
      0n,
    )
    const after = afterChange(places, changeMinor)
    stands.set(subAccount, after)
    return linesBetween(places, after, line)
  })
  return done.size === 0 ? entry : withLines(entry, lines)
}

const isOn = ({ controlAccount, principalAccount }: AccountPlaces, account: string): boolean =>
  account === controlAccount || account === principalAccount

function afterChange(places: AccountPlaces, changeMinor: bigint): AccountPlaces {
  const rawMinor = places.controlMinor + places.principalMinor + changeMinor
  const isOwed = rawMinor > 0n
  return { ...places, controlMinor: isOwed ? 0n : rawMinor, principalMinor: isOwed ? rawMinor : 0n }
}

const linesBetween = (before: AccountPlaces, after: AccountPlaces, line: Line): readonly Line[] =>
  [
    { ...line, account: before.controlAccount, amountMinor: after.controlMinor - before.controlMinor },
    { ...line, account: before.principalAccount, amountMinor: after.principalMinor - before.principalMinor },
  ].filter(({ amountMinor }) => amountMinor !== 0n)
