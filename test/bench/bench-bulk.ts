import { journalCommandSchema } from '../../core/command/command.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { executeUnits } from '../../core/command/execute-unit.ts'
import { depositAt, type GrownBranch } from './grown-branch.ts'
import { rounded } from './percentile.ts'

/** Deposits a second on a file of so many records, two hundred in one transaction beside each in its own. */
export interface BulkPosting {
  readonly records: number
  readonly bulkPerSecond: number
  readonly singlePerSecond: number
  readonly ratio: number
}

const perChunk = 200
const rounds = 10

/** In each round a chunk and as many single deposits, so that both meet the same disk and the same neighbours. */
export function benchBulk({ branch, accounts, records }: GrownBranch): BulkPosting {
  const before = records()
  const desk = branch.desk('officer')
  const deposits = (round: number) =>
    Array.from({ length: perChunk }, (_, place) =>
      journalCommandSchema.parse(depositAt(branch, accounts, round * perChunk + place)),
    )
  const times = { bulkMs: 0, singleMs: 0 }
  for (let round = 0; round < rounds; round++) {
    const chunk = deposits(2 * round)
    const start = performance.now()
    const posted = executeUnits(
      branch.books,
      () => desk,
      chunk.map(command => [() => command]),
    )
    const middle = performance.now()
    const alone = deposits(2 * round + 1).map(command => executeJournalCommand(branch.books, desk, command))
    times.singleMs += performance.now() - middle
    times.bulkMs += middle - start
    const refused = [...posted, ...alone].find(one => !one.ok)
    if (refused && !refused.ok) throw new Error(refused.refusal.type)
  }
  const perSecond = (ms: number): number => Math.round((1000 * rounds * perChunk) / ms)
  return {
    records: before,
    bulkPerSecond: perSecond(times.bulkMs),
    singlePerSecond: perSecond(times.singleMs),
    ratio: rounded(times.singleMs / times.bulkMs, 2),
  }
}
