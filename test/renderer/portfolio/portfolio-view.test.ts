import { afterEach, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { portfolioWays } from '../../../core/storage/portfolio-of.ts'
import {
  askedOf,
  changeView,
  monthUntil,
  narrow,
  trendDays,
  usePortfolioView,
  ways,
  weekFrom,
  widen,
} from '../../../renderer/tasks/portfolio/portfolio-view.ts'

afterEach(() => changeView({ only: {}, by: 'product' }))

test('[L62] the board tells loans apart by all that the engine does', () => {
  expect(ways).toEqual(portfolioWays)
})

test('[L62] a row narrows the board to its loans, told apart by the next thing, and is left again', () => {
  narrow('product', { key: 'business-loan', name: 'Business loan' })
  narrow('officer', { key: 'a', name: 'Amina' })
  expect(usePortfolioView.getState().by).toBe('branch')
  expect(askedOf(usePortfolioView.getState().only)).toEqual({ productId: 'business-loan', officer: 'a' })
  widen('product')
  expect(usePortfolioView.getState().by).toBe('product')
  expect(askedOf(usePortfolioView.getState().only)).toEqual({ officer: 'a' })
})

test('[L62] a year of months ends with the day itself, a week begins with it', () => {
  const asOf = businessDate('2026-03-15')
  const days = trendDays(asOf)
  expect([days.length, days[0], days.at(-2), days.at(-1)]).toEqual([12, '2025-04-30', '2026-02-28', asOf])
  expect([weekFrom(asOf)[0], weekFrom(asOf).at(-1)]).toEqual([asOf, '2026-03-21'])
  expect(monthUntil(asOf)).toEqual({ from: '2026-03-01', to: asOf })
})
