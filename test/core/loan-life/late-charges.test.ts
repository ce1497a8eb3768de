import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Happening } from '../../../core/loan-life/loan-event.ts'
import type { LateRules } from '../../../core/loan-life/loan-terms.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { rate } from '../../../core/money/rate.ts'
import { lifeTerms, paidOut, repaid, reversed, startsOn, told } from './told-loan.ts'

/** 1,200.00 in four installments of 300.00, on the 15th from February on. */
const lent = [startsOn, paidOut(120_000n)] as const
const fixed: LateRules = { graceDays: 5, fee: { type: 'fixed', amountMinor: 1_000n }, penalty: null }
const penalised = (on: 'principal' | 'installment', graceDays = 0): LateRules => ({
  graceDays,
  fee: null,
  penalty: { annualPercent: rate('36.5'), on },
})

type Told = readonly [effectiveOn: string, happening: Happening, enteredOn?: string]
const lifeOn = (late: LateRules, asOf: string, ...events: readonly Told[]) =>
  replayLoan(lifeTerms({ late }), told(lent, ...events), businessDate(asOf))
const penaltiesOn = (late: LateRules, asOf: string, ...events: readonly Told[]) =>
  lifeOn(late, asOf, ...events).installments.map(({ due }) => due.penalties)

describe('[L55] the fee for paying late', () => {
  test.each([
    ['2024-02-15', 0n],
    ['2024-02-20', 0n],
    ['2024-02-21', 1_000n],
    ['2024-03-14', 1_000n],
  ])('of an installment due on 2024-02-15 is, as of %s, %i', (asOf, penalties) => {
    expect(penaltiesOn(fixed, asOf)).toEqual([penalties, 0n, 0n, 0n])
  })

  test('is charged once for each installment, however late it is', () => {
    expect(penaltiesOn(fixed, '2024-12-31')).toEqual([1_000n, 1_000n, 1_000n, 1_000n])
  })

  test('is not charged to who pays on the last day of grace, and is to who pays the day after or not all of it', () => {
    expect(penaltiesOn(fixed, '2024-03-01', ['2024-02-20', repaid(30_000n)])).toEqual([0n, 0n, 0n, 0n])
    expect(penaltiesOn(fixed, '2024-03-01', ['2024-02-21', repaid(30_000n)])).toEqual([1_000n, 0n, 0n, 0n])
    expect(penaltiesOn(fixed, '2024-03-01', ['2024-02-20', repaid(29_999n)])).toEqual([1_000n, 0n, 0n, 0n])
  })

  test('falls away when it turns out that the installment was paid in time, and comes back when that is reversed', () => {
    const late = ['2024-02-19', repaid(30_000n), '2024-03-01'] as const
    expect(penaltiesOn(fixed, '2024-03-01', late)).toEqual([0n, 0n, 0n, 0n])
    expect(penaltiesOn(fixed, '2024-03-02', late, ['2024-03-02', reversed('2')])).toEqual([1_000n, 0n, 0n, 0n])
  })

  test('as a percentage is of what is overdue of the installment', () => {
    const percent: LateRules = { ...fixed, fee: { type: 'percent', percent: rate('2') } }
    expect(penaltiesOn(percent, '2024-03-01', ['2024-02-18', repaid(10_000n)])).toEqual([400n, 0n, 0n, 0n])
  })

  test('is paid before the installment that it is for where penalties come first', () => {
    const [first] = lifeOn(fixed, '2024-03-01', ['2024-03-01', repaid(30_000n)]).installments
    expect(first?.paid).toMatchObject({ penalties: 1_000n, principal: 29_000n })
    expect(first?.lateFeeMinor).toBe(1_000n)
  })
})

describe('[L56] the penalty for each day', () => {
  test('is counted on what is overdue since it was due, and rounded as a whole', () => {
    const third: LateRules = { ...penalised('principal'), penalty: { annualPercent: rate('0.4'), on: 'principal' } }
    // 30,000 × 0.4 % × 46 / 365 is 15.12: forty-six nights of a third of a cent
    expect(penaltiesOn(third, '2024-03-14')).toEqual([9n, 0n, 0n, 0n])
    expect(penaltiesOn(third, '2024-04-01')).toEqual([15n, 6n, 0n, 0n])
  })

  test('is 30.00 on 300.00 for a hundred days at 36.5 percent, less for what was paid between', () => {
    expect(penaltiesOn(penalised('principal'), '2024-05-25')[0]).toBe(3_000n)
    const half = ['2024-04-05', repaid(16_500n)] as const
    expect(penaltiesOn(penalised('principal'), '2024-05-25', half)[0]).toBe(2_250n)
  })

  test('counts from the due date once the days of grace are over, and not for what was paid within them', () => {
    const late = penalised('principal', 5)
    expect(penaltiesOn(late, '2024-02-20')[0]).toBe(0n)
    expect(penaltiesOn(late, '2024-02-21')[0]).toBe(180n)
    expect(penaltiesOn(late, '2024-04-21', ['2024-02-20', repaid(30_000n)])[0]).toBe(0n)
    expect(penaltiesOn(late, '2024-02-25', ['2024-02-17', repaid(20_000n)])[0]).toBe(140n)
  })

  test('on the whole installment bears on its interest too, and never on penalties', () => {
    const terms = (on: 'principal' | 'installment') => lifeTerms({ late: penalised(on), percent: '12' })
    const [principal, all] = (['principal', 'installment'] as const).map(on => {
      const [first] = replayLoan(terms(on), told(lent), businessDate('2024-05-25')).installments
      return first?.due
    })
    expect(all?.interest).toBe(1_200n)
    expect((all?.penalties ?? 0n) - (principal?.penalties ?? 0n)).toBe(120n)
  })

  test('is waived as far as it is outstanding, and goes on for the days after', () => {
    const waived = { type: 'penalties-waived', amountMinor: 9_999n, dueOn: null } as const
    const [first] = lifeOn(penalised('principal'), '2024-03-06', ['2024-02-25', waived]).installments
    expect(first?.waived.penalties).toBe(300n)
    expect(first?.outstanding.penalties).toBe(300n)
  })

  test('goes on after the last due date, and ends with the write-off', () => {
    const written = ['2024-07-15', { type: 'written-off' }] as const
    const [before, after] = ['2024-07-15', '2024-12-31'].map(on => penaltiesOn(penalised('principal'), on, written))
    expect(before?.at(-1)).toBe(1_830n)
    expect(after).toEqual(before)
  })
})
