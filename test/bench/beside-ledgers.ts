import path from 'node:path'
import { differences, ourBalances } from '../../core/cli/external-audit.ts'
import { ledgerTools } from '../../core/cli/ledger-tools.ts'
import { answerQuery } from '../../core/query/answer-query.ts'
import { exportTo } from '../support/export-to-folder.ts'
import type { GrownBranch } from './grown-branch.ts'
import { median, rounded } from './percentile.ts'

/** How long a program took; or why it gave no balances, or other ones than ours. */
type ToolRow =
  | { readonly name: string; readonly ms: number; readonly ratio: number }
  | { readonly name: string; readonly refused: string }

/** The trial balance of the same books: asked of the engine, and read by another program out of an export. */
export interface BesideLedgers {
  readonly records: number
  readonly ourMs: number
  /** What has to happen before another program can begin. */
  readonly exportMs: number
  readonly tools: readonly ToolRow[]
}

const rounds = 20
const toolMsMax = 10 * 60_000
const asked = ['hledger', 'ledger']

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const begin = performance.now()
  const value = work()
  return { ms: performance.now() - begin, value }
}

/** Each of them once: they read the whole text every time, and a second reading is no quicker. What is not installed is left out. */
export function benchBesideLedgers(folder: string, { branch, records }: GrownBranch): BesideLedgers {
  const desk = branch.desk('accountant')
  const ours = Array.from({ length: rounds }, () =>
    timed(() => answerQuery(branch.books, desk, { type: 'trial-balance', basis: 'booking' }, [])),
  )
  const ourMs = median(ours.map(({ ms }) => ms))
  const text = path.join(folder, `export-${records()}`)
  const exported = timed(() => exportTo(branch, text, { format: 'ledger' }))
  const balances = ourBalances(exported.value.books.balances)
  const tools = ledgerTools
    .filter(({ name, isInstalled }) => asked.includes(name) && isInstalled())
    .map(({ name, ...tool }): ToolRow => {
      const { ms, value: theirs } = timed(() => tool.balances(text, toolMsMax))
      if (!theirs.ok) return { name, refused: theirs.refusal }
      const [different] = differences(theirs.value, balances)
      if (different) return { name, refused: different }
      return { name, ms: Math.round(ms), ratio: Math.round(ms / ourMs) }
    })
  return { records: records(), ourMs: rounded(ourMs, 2), exportMs: Math.round(exported.ms), tools }
}
