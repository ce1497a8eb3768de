import { expect, test } from 'vitest'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { executeInTransaction } from '../../../core/command/execute.ts'
import { reversibleTypes } from '../../../core/corrections/reversible.ts'
import { loanTransitions } from '../../../core/loans/loan-states.ts'
import { type LoanState, type LoanStep, loanStates } from '../../../core/refusals/loan-refusal.ts'
import { nextDay } from '../../support/lent-books.ts'
import { loanOf } from '../../support/loans.ts'
import { runNights } from '../../support/nights.ts'
import { type CommandOnLoan, commandsOn } from './commands-on-loan.ts'
import { type DeedTakenBack, done, type Lender, leads, openLender, reach, type Staged } from './loan-stages.ts'
import { cannotBeLedThere, columns, marks, reversals, table, unchanged } from './state-table.ts'

type Tried = { readonly state: LoanState } | { readonly refused: string }

/** What a command comes to, and nothing of it stays. */
function attempt(staged: Staged, command: object): Tried {
  const { books, desk, environment } = staged.branch
  const { db } = books
  db.exec('BEGIN')
  const parsed: JournalCommand = journalCommandSchema.parse({ key: environment.newId(), ...command })
  const result = executeInTransaction(books, desk('manager', 'head-office'), parsed)
  const tried = result.ok ? { state: loanOf(staged).state } : { refused: result.refusal.type }
  db.exec('ROLLBACK')
  return tried
}

const isMark = (text: string): text is keyof typeof marks => text in marks
const isState = (text: string): text is LoanState => loanStates.some(state => state === text)

/** What a mark says of a loan that was in a state. */
function said(mark: string | undefined, before: LoanState): Tried {
  if (mark === unchanged) return { state: before }
  if (!mark || !isMark(mark)) throw new Error(`no such mark: ${mark}`)
  const meant = marks[mark]
  return isState(meant) ? { state: meant } : { refused: meant }
}

const marksIn = (row: string): readonly string[] => row.trim().split(/\s+/)

/** The step of the program's own table that a command takes. */
const stepOf: Readonly<Record<string, LoanStep>> = {
  'loan.draft': 'amend',
  'loan.guarantee': 'secure',
  'loan.pledge': 'secure',
  'loan.release-guarantor': 'release-security',
  'loan.release-collateral': 'release-security',
  'standing-instruction.place': 'repay',
}

const stepTaken = (type: string): string => stepOf[type] ?? type.slice('loan.'.length)
const typeIn = (name: string): string => name.split(' ')[0] ?? ''

test('[L77] no command and no reversal of a loan is missing from the table', () => {
  const types = journalCommandSchema.options.map(({ shape }) => shape.type.value)
  const aboutLoans = types.filter(type => type.startsWith('loan.') || type === 'standing-instruction.place')
  expect(new Set(Object.keys(table).map(typeIn))).toEqual(new Set(aboutLoans))
  const undone = [...reversibleTypes].filter(type => type.startsWith('loan.'))
  expect(new Set(Object.keys(reversals).map(typeIn))).toEqual(new Set(undone))
  expect(new Set(columns.map(([, state]) => state))).toEqual(new Set(loanStates))
  expect(new Set(Object.values(table).map(row => marksIn(row).length))).toEqual(new Set([columns.length]))
})

/** Every command beside its row of the table, then all of them where another device keeps the loan. */
function expectColumn(lender: Lender, place: number): void {
  const [stage, state, isDefaulted] = columns[place] ?? columns[0]
  const staged = reach(lender, stage)
  const { state: is, defaultedOn, nonAccrualOn } = loanOf(staged)
  expect([stage, is, defaultedOn !== null, nonAccrualOn !== null]).toEqual([stage, state, isDefaulted, isDefaulted])
  const commands = Object.entries(commandsOn(staged))
  const led: Readonly<Record<string, readonly LoanState[] | undefined>> = loanTransitions[state]
  for (const [name, command] of commands) {
    const tried = attempt(staged, command)
    expect([stage, name, tried]).toEqual([stage, name, said(marksIn(table[name as CommandOnLoan])[place], state)])
    if ('state' in tried && name !== paidOffByAnother) expect(led[stepTaken(command.type)]).toContain(tried.state)
  }
  keptElsewhere(staged, () => {
    for (const [name, command] of commands)
      if (stage !== 'refinanced' || name !== paidOffByAnother)
        expect([stage, name, attempt(staged, command)]).toEqual([stage, name, { refused: 'account-in-other-custody' }])
  })
}

const paidOffByAnother = 'loan.refinance by another'

function keptElsewhere({ branch, loanId }: Staged, look: () => void): void {
  const setCustodian = branch.books.db.prepare('UPDATE loan SET custodian_log = ? WHERE loan_id = ?')
  setCustodian.run('a'.repeat(26), loanId)
  look()
  setCustodian.run(branch.desk('manager').log.logId, loanId)
}

const isAfterNights = (stage: string): boolean => /default|cured/.test(stage)
const places = columns.map(([stage], place) => [stage, place] as const)

test('[L77][L30] what every command does to a loan at every stage of its life, and at none on another device', () => {
  const lender = openLender()
  for (const [stage, place] of places) if (!isAfterNights(stage)) expectColumn(lender, place)
})

test.each(places.filter(([stage]) => isAfterNights(stage)))(
  '[L77][L57] what every command does to a loan that nights have found %s',
  (_, place) => expectColumn(openLender(), place),
)

test('[L77][E18] the close of business leads no loan from one state to another', () => {
  const lender = openLender()
  const all = places.filter(([stage]) => !isAfterNights(stage)).map(([stage]) => reach(lender, stage))
  const states = () => all.map(staged => loanOf(staged).state)
  const before = states()
  nextDay(lender, '2026-04-20')
  runNights(lender.branch)
  expect(states()).toEqual(before)
})

test('[L77][L38] what taking back each deed does to a loan, at once and after it has come to an end', () => {
  const lender = openLender()
  for (const [what, row] of Object.entries(reversals))
    for (const [place, lead] of Object.keys(leads).entries()) {
      const mark = marksIn(row)[place]
      if (mark === cannotBeLedThere) continue
      const staged = done(lender, what as DeedTakenBack, lead as keyof typeof leads)
      const { state } = loanOf(staged)
      const reverse = { type: 'operation.reverse', record: staged.outcome.record, reason: 'other' } as const
      const result = staged.branch.execute('manager', reverse, 'head-office')
      const came = result.ok ? { state: loanOf(staged).state } : { refused: result.refusal.type }
      expect([what, lead, came]).toEqual([what, lead, said(mark, state)])
      if (result.ok) expect(attempt(staged, reverse)).toEqual({ refused: 'already-reversed' })
    }
})
