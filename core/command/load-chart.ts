import type { ChartChangeState } from '../chart/change-account.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf, ledgerBalances } from '../storage/chart.ts'
import { isOfProduct } from '../storage/products.ts'
import type { CommandOf } from './command.ts'

export const loadChart = ({ db }: Books): Result<Chart, Refusal> => ok(chartOf(db))

export const loadChartChange = (
  { db }: Books,
  { code }: CommandOf<'chart.change-account'>,
): Result<ChartChangeState, Refusal> =>
  ok({
    chart: chartOf(db),
    hasBalance: ledgerBalances(db, code).some(
      ({ debitMinor, creditMinor, pendingDebitMinor, pendingCreditMinor }) =>
        debitMinor !== creditMinor || pendingDebitMinor > 0n || pendingCreditMinor > 0n,
    ),
    isOfProduct: isOfProduct(db, code),
  })
