import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { present } from '../assert.ts'
import { sameBytes } from '../crypto/hash.ts'
import { type ExportedSet, exportBooks } from '../export/export-books.ts'
import type { LeafBalance } from '../export/leaf-balances.ts'
import { isCurrencyCode } from '../money/currency.ts'
import { formatMoney } from '../money/format-amount.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { openExportFolder } from '../storage/export-folder.ts'
import type { TrialBalanceLine, Verification } from '../verification/verification.ts'
import { type LedgerTool, ledgerTools, type ToolBalances } from './ledger-tools.ts'
import { printProgress } from './verification-text.ts'

/** What one tool made of the export. */
export type ToolVerdict =
  | { readonly tool: LedgerTool; readonly verdict: 'not-installed' }
  | { readonly tool: LedgerTool; readonly verdict: 'refused'; readonly said: string }
  | { readonly tool: LedgerTool; readonly verdict: 'differs'; readonly differences: readonly string[] }
  | { readonly tool: LedgerTool; readonly verdict: 'agrees'; readonly balances: number }

/** Why nobody else was asked, and how the program ends: 1 for what is wrong with the books, 2 for what can be tried again. */
export interface NotAudited {
  readonly status: 1 | 2
  readonly text: string
}

/**
 * Exports the books into a folder that nobody else can read, has every tool that is installed read them in its strictest way, and holds
 * its balances against ours to the last minor unit. The folder is gone afterwards. Refuses in words. Rules: X9, X17.
 */
export function auditExternally(
  { db }: Books,
  verification: Verification,
  now: string,
): Result<readonly ToolVerdict[], NotAudited> {
  process.stderr.write(`Exporting ${verification.counts.records.toLocaleString('en')} records ...\n`)
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'nexum-audit-'))
  try {
    const exported = exportWhole(db, path.join(temporary, 'books'), now)
    if (!exported.ok) return refuse({ status: 1, text: exported.refusal })
    const { folder, set } = exported.value
    if (!isSameMoment(set, verification))
      return refuse({
        status: 2,
        text: 'The books were written to during the check. Close the application, check again.',
      })
    const [own] = differences(sumsOfAccounts(set.books.balances), sumsOfTrialBalance(verification.trialBalance))
    if (own) return refuse({ status: 1, text: `The export does not have the trial balance of the books: ${own}` })
    return ok(ledgerTools.map(tool => askTool(tool, folder, ourBalances(set.books.balances))))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function exportWhole(
  db: Books['db'],
  target: string,
  now: string,
): Result<{ readonly folder: string; readonly set: ExportedSet }, string> {
  const folder = openExportFolder(target)
  if (!folder.ok) return refuse(folder.refusal)
  const run = exportBooks(db, { format: 'all' }, { folder: folder.value, now, signer: null })
  for (;;) {
    const step = run.next()
    if (!step.done) {
      printProgress(step.value.done, step.value.total)
      continue
    }
    if (!step.value.ok) return refuse(`The books cannot be exported: ${step.value.refusal.type}.`)
    return ok({ folder: target, set: present(step.value.value[0], 'an export has a set of files') })
  }
}

/** The export read the file after the check: both must have seen the same records. */
const isSameMoment = ({ control }: ExportedSet, { logs }: Verification): boolean =>
  control.logs.every(({ logId, headSeq, headHash }) => {
    const seen = logs.find(log => log.logId === logId)
    return seen?.seq === headSeq && (headHash === null || (seen.hash !== null && sameBytes(seen.hash, headHash)))
  })

function askTool(tool: LedgerTool, folder: string, ours: ToolBalances): ToolVerdict {
  if (!tool.isInstalled()) return { tool, verdict: 'not-installed' }
  process.stderr.write(`${tool.name} reads the export, to compare ${ours.size.toLocaleString('en')} balances ...\n`)
  const accepted = tool.accept(folder)
  if (!accepted.ok) return { tool, verdict: 'refused', said: accepted.refusal }
  const theirs = tool.balances(folder)
  if (!theirs.ok) return { tool, verdict: 'refused', said: theirs.refusal }
  const different = differences(theirs.value, ours)
  if (different.length > 0) return { tool, verdict: 'differs', differences: different }
  return { tool, verdict: 'agrees', balances: ours.size }
}

/** Every leaf's closing balance, as the tools name it. */
export const ourBalances = (balances: readonly LeafBalance[]): ToolBalances =>
  new Map(
    balances.flatMap(({ leaf, currency, openingMinor, debitMinor, creditMinor }) => {
      const closingMinor = openingMinor + debitMinor - creditMinor
      return closingMinor === 0n ? [] : [[`${leaf.name} ${currency}`, closingMinor] as const]
    }),
  )

function sumsOfAccounts(balances: readonly LeafBalance[]): ToolBalances {
  const sums = new Map<string, bigint>()
  for (const { leaf, currency, openingMinor, debitMinor, creditMinor } of balances)
    add(sums, `${leaf.code} ${currency}`, openingMinor + debitMinor - creditMinor)
  return withoutZeros(sums)
}

function sumsOfTrialBalance(lines: readonly TrialBalanceLine[]): ToolBalances {
  const sums = new Map<string, bigint>()
  for (const { account, currency, debitMinor, creditMinor } of lines)
    add(sums, `${account} ${currency}`, debitMinor - creditMinor)
  return withoutZeros(sums)
}

const add = (sums: Map<string, bigint>, key: string, minor: bigint): void => {
  sums.set(key, (sums.get(key) ?? 0n) + minor)
}

const withoutZeros = (sums: ReadonlyMap<string, bigint>): ToolBalances =>
  new Map([...sums].filter(([, minor]) => minor !== 0n))

/** Each account in which two sets of balances are not the same, in words. */
export function differences(theirs: ToolBalances, ours: ToolBalances): readonly string[] {
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])]
  return keys.flatMap(key => {
    const [their, our] = [theirs.get(key) ?? 0n, ours.get(key) ?? 0n]
    const [account = '', currency = ''] = key.split(' ')
    return their === our ? [] : [`${account}: ${money(their, currency)}, ours ${money(our, currency)}`]
  })
}

const money = (amountMinor: bigint, currency: string): string =>
  isCurrencyCode(currency) ? formatMoney({ amountMinor, currency }, 'en') : `${amountMinor} ${currency}`
