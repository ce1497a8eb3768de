import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, childrenOf, depthOf, inTreeOrder } from '../../../core/ledger/chart.ts'
import { accountVersions, chartOf } from '../../../core/storage/chart.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const rent = { type: 'chart.add-account', code: '5430', name: 'Rent', accountType: 'expense', parent: '5000' } as const

/** Every account stands under a header of its type and is reached from the top, whatever was asked. */
function expectTree(chart: Chart): void {
  expect(inTreeOrder(chart).length).toBe(chart.size)
  for (const account of chart.values()) {
    const header = account.parent === undefined ? undefined : chart.get(account.parent)
    expect(header?.posting ?? false).toBe(false)
    if (header) expect(header.type).toBe(account.type)
    if (header?.isClosed) expect(account.isClosed).toBe(true)
    expect(depthOf(chart, account)).toBeLessThanOrEqual(6)
    if (account.posting) expect(childrenOf(chart, account.code)).toEqual([])
  }
}

const codes = fc.constantFrom('1000', '1300', '1380', '5000', '5400', '5710', '5720', '5730', '5740', '5750')
const steps = fc.array(
  fc.oneof(
    fc.record({ code: codes, parent: codes, posting: fc.boolean() }).map(over => ({ ...rent, ...over })),
    fc
      .record({ parent: codes, isClosed: fc.boolean() }, { requiredKeys: [] })
      .chain(changed =>
        codes.map(code => ({ type: 'chart.change-account' as const, code, name: 'Changed', ...changed })),
      ),
  ),
  { maxLength: 14 },
)

test('[G1][G2][G3] whatever is asked of it, the chart stays a tree and forgets no version', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(steps, asked => {
      const branch = makeBranch()
      const done = asked.filter(command => branch.execute('accountant', command).ok)
      expectTree(chartOf(branch.books.db))
      for (const { code } of done) {
        const versions = accountVersions(branch.books.db, code).map(({ version }) => version)
        expect(versions).toEqual(versions.map((_, place) => versions.length - place))
        expect(chartOf(branch.books.db).get(code)?.version).toBe(versions.length)
      }
      expectBooksToBalance(branch)
      branch.books.close()
    }),
    { seed: 11, numRuns: 40 },
  )
})
