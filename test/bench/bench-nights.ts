import type { CloseStep } from '../../core/close-of-business/close-of-business-commands.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { nextCloseCommand } from '../../core/command/run-next-close.ts'
import { closeDay, openDay } from '../support/nights.ts'
import type { GrownLending } from './grown-lending.ts'

interface StepTaken {
  readonly ms: number
  readonly longestMs: number
  readonly pieces: number
  readonly bytes: number
  readonly looked: number
}

const none: StepTaken = { ms: 0, longestMs: 0, pieces: 0, bytes: 0, looked: 0 }

/** The close of the newest date that is due, by step. */
function closeDate({ branch }: GrownLending): ReadonlyMap<CloseStep, StepTaken> {
  const { books } = branch
  const desk = branch.desk('officer')
  const weighed = books.db.prepare('SELECT length(bytes) FROM record ORDER BY position DESC LIMIT 1').pluck()
  const looked = books.db.prepare('SELECT accounts FROM close_of_business ORDER BY position DESC LIMIT 1').pluck()
  const steps = new Map<CloseStep, StepTaken>()
  for (;;) {
    const begin = performance.now()
    const command = nextCloseCommand(books, desk)
    if (!command) return steps
    const ran = executeJournalCommand(books, desk, command)
    const ms = performance.now() - begin
    if (!ran.ok) throw new Error(ran.refusal.type)
    const before = steps.get(command.step) ?? none
    steps.set(command.step, {
      ms: before.ms + ms,
      longestMs: Math.max(before.longestMs, ms),
      pieces: before.pieces + 1,
      bytes: before.bytes + Number(weighed.get()),
      looked: before.looked + Number(looked.get()),
    })
  }
}

const whole = (number: number): number => Math.round(number)

function summaryOf(loans: StepTaken, accounts: StepTaken) {
  return {
    loans: loans.looked,
    loansPerSecond: whole((loans.looked * 1000) / loans.ms),
    longestPieceMs: whole(loans.longestMs),
    bytesPerLoan: whole(loans.bytes / loans.looked),
    accountsPerSecond: whole((accounts.looked * 1000) / accounts.ms),
  }
}

/**
 * The night after the disbursement, which looks at every loan, one that only counts interest, one on which installments fell due, one on
 * which all of them turned late, and one on which all cost penalty.
 */
export function benchNights(lending: GrownLending) {
  const { branch } = lending
  const night = (next: string) => {
    closeDay(branch)
    const steps = closeDate(lending)
    openDay(branch, next)
    return summaryOf(steps.get('loans') ?? none, steps.get('accounts') ?? none)
  }
  const first = night('2026-03-03')
  const plain = night('2026-04-02')
  closeDate(lending)
  return { first, plain, due: night('2026-04-03'), late: night('2026-04-04'), penalty: night('2026-04-05') }
}
