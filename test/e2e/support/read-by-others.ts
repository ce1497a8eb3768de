import { expect } from '@playwright/test'
import type { LedgerTool } from '../../../core/cli/ledger-tools.ts'
import { ledgerTools } from '../../../core/cli/ledger-tools.ts'
import type { FoundedBranch } from './launch-founded.ts'
import { pagePort } from './page-port.ts'

/** Where none of them is installed only who may not install one goes without. */
const isNeeded = process.env.CI !== undefined || process.getuid?.() === 0

/** Exports the books from the window, has each ledger program of others that is installed read them, and holds its balances against ours, account by account; on some of them nothing is left. */
export async function expectOthersToAgree(
  { page, userFolder }: FoundedBranch,
  empty: readonly string[],
): Promise<void> {
  const port = pagePort(page)
  const exported = await port.execute({ type: 'export.books', folder: userFolder, order: { format: 'all' } })
  const ours = await port.query({ type: 'trial-balance' })
  if (!exported.ok || !ours.ok) throw new Error('the books are not exported')
  const { folder } = exported.value
  const balances = ours.value.rows
    .map(
      ({ account, debitBalanceMinor, creditBalanceMinor }) =>
        [account, debitBalanceMinor - creditBalanceMinor] as const,
    )
    .filter(([, balanceMinor]) => balanceMinor !== 0n)
  expect(balances.filter(([account]) => empty.includes(account))).toEqual([])
  const installed = ledgerTools.filter(tool => tool.isInstalled())
  expect(installed.length > 0 || !isNeeded).toBe(true)
  for (const tool of installed) {
    expect([tool.name, tool.accept(folder)]).toEqual([tool.name, { ok: true, value: null }])
    expect([tool.name, byAccount(tool, folder)]).toEqual([tool.name, new Map(balances)])
  }
}

/** What a program makes of the export, by the number of the account: `Assets:001:1210-Loans:L001-01-00003-2 KES`. */
function byAccount(tool: LedgerTool, folder: string): ReadonlyMap<string, bigint> {
  const read = tool.balances(folder)
  if (!read.ok) throw new Error(read.refusal)
  const sums = new Map<string, bigint>()
  for (const [name, balanceMinor] of read.value) {
    const account = name.split(':')[2]?.split('-')[0] ?? name
    sums.set(account, (sums.get(account) ?? 0n) + balanceMinor)
  }
  return new Map([...sums].filter(([, balanceMinor]) => balanceMinor !== 0n))
}
