import type { Database } from 'better-sqlite3'
import { foldWords } from '../customers/fold-text.ts'
import { endingKey, groupNameKey, nameWords } from '../customers/search-keys.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import { type Found, type FoundOfClient, foundByKey, foundByNameStart, foundByWords } from '../storage/client-search.ts'
import { clientRow } from '../storage/clients.ts'
import { groupMembers, groupRow } from '../storage/groups.ts'
import { type ListedLoan, listedLoan, loansBy } from '../storage/loan-lists.ts'
import type { Row } from '../storage/run.ts'
import { accountsOfClient, loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { ClientHit, GroupHit, SearchHit } from './client-answers.ts'
import { summaryOf } from './loan-answer.ts'

/** Fewer digits than these are at the end of too many numbers to mean one. */
const endingMin = 3
/** The newest loans of a client that are looked through for those that are not over. */
const loansMax = 20
/** How many that share a number's beginning are looked at for the name typed beside it. */
const besideNameMax = 200
/** Groups have names like people's: so many stand before the people. */
const groupsMax = 3
/** Of two groups with one name, their first members tell which is meant. */
const membersNamed = 3

/**
 * People, accounts and loans by the beginnings of name, number, phone or ID number, or by the end of a phone or number: equal numbers first,
 * then groups with a name like it, then names that begin so, then names with the whole words, then with beginnings of words, the newest
 * first. However many fit, no more are looked at than are shown. Nothing for an empty text. Rules: K4, Q6, W64, W80.
 */
export function searchAnswer(
  db: Database,
  { text, limit }: { readonly text: string; readonly limit: number },
): readonly SearchHit[] {
  const words = foldWords(text).split(' ').filter(Boolean)
  const hits = new Map<string, SearchHit>()
  if (words.length === 0) return []
  for (const found of candidates(db, words, limit)) {
    for (const hit of hitsOf(db, found)) hits.set(hitId(hit), hits.get(hitId(hit)) ?? hit)
    if (hits.size >= limit) break
  }
  return [...hits.values()].slice(0, limit)
}

const hitId = (hit: SearchHit): string =>
  hit.kind === 'group' ? hit.groupId : (hit.loanId ?? hit.accountId ?? hit.clientId)

/** Each way of finding looks only for as many as the ways before it can have left out. */
function* candidates(db: Database, words: readonly string[], limit: number): Generator<Found> {
  yield* byNumbers(db, words, limit)
  yield* foundByKey(db, groupNameKey(words.join('')), groupsMax)
  yield* foundByNameStart(db, words.join(''), limit)
  yield* foundByWords(db, words, { whole: true, limit: 2 * limit })
  yield* foundByWords(db, words, { whole: false, limit: 2 * limit })
}

const hasDigit = (word: string): boolean => /\d/.test(word)

/** A number may be typed in groups, a phone with its zero; a name beside it narrows it down. */
function* byNumbers(db: Database, words: readonly string[], limit: number): Generator<Found> {
  if (!words.some(hasDigit)) return
  for (const start of startsOf(words.join(''))) yield* foundByKey(db, start, limit)
  const names = words.filter(word => !hasDigit(word))
  if (names.length === 0) return
  for (const start of startsOf(words.filter(hasDigit).join('')))
    yield* foundByKey(db, start, besideNameMax).filter(
      found => 'clientId' in found && isNamed(db, found.clientId, names),
    )
}

function startsOf(number: string): readonly string[] {
  if (!/^\d+$/.test(number)) return [number]
  const significant = number.replace(/^0+/, '')
  const starts = [
    number,
    ...(significant ? [significant] : []),
    ...(number.length < endingMin ? [] : [endingKey(number)]),
  ]
  return [...new Set(starts)]
}

const isNamed = (db: Database, clientId: string, names: readonly string[]): boolean => {
  const words = nameWords(clientRow(db, clientId)?.name ?? '')
  return names.every(name => words.some(word => word.startsWith(name)))
}

const hitsOf = (db: Database, found: Found): readonly SearchHit[] =>
  'groupId' in found ? groupHits(db, found.groupId) : clientHits(db, found)

function groupHits(db: Database, groupId: string): readonly GroupHit[] {
  const group = groupRow(db, groupId)
  if (!group) return []
  const { name, number } = group
  const members = groupMembers(db, groupId).slice(0, membersNamed)
  return [
    {
      kind: 'group',
      groupId,
      name,
      number,
      detail: members
        .map(member => member.name)
        .filter(Boolean)
        .join(', '),
    },
  ]
}

/** A person with their accounts and what they have borrowed or asked for, or the one account or loan that was meant. */
function clientHits(db: Database, { clientId, accountId, loanId }: FoundOfClient): readonly ClientHit[] {
  const client = clientRow(db, clientId)
  if (!client) return []
  const { number, phone } = client
  const name = client.name || number
  if (accountId) return [accountHit(db, accountId, clientId, name)]
  const meant = loanId ? listedLoan(db, loanId) : null
  if (meant) return [loanHit(meant)]
  const accounts = accountsOfClient(db, clientId).map(account => accountHit(db, account, clientId, name))
  const loans = loansBy(db, 'client', clientId, loansMax).map(loanHit).filter(isUnderWay)
  return [{ kind: 'client', clientId, name, number, detail: phone ?? '' }, ...accounts, ...loans]
}

const over: readonly (LoanState | undefined)[] = ['paid-off', 'rejected', 'withdrawn', 'cancelled']
const isUnderWay = ({ state }: ClientHit): boolean => !over.includes(state)

function loanHit(row: Row<ListedLoan>): ClientHit {
  const { loanId, clientId, clientName: name, number, productName, outstanding, currency, state } = summaryOf(row)
  const balanceMinor = portionsTotal(outstanding)
  return { kind: 'loan', clientId, loanId, name, number, detail: productName, balanceMinor, currency, state }
}

function accountHit(db: Database, accountId: string, clientId: string, name: string): ClientHit {
  const account = loadSavingsAccount(db, accountId, null)
  if (!account) return { kind: 'account', clientId, accountId, name, number: '', detail: '' }
  const { number, product, balanceMinor, currency } = account
  return { kind: 'account', clientId, accountId, name, number, detail: product.name, balanceMinor, currency }
}
