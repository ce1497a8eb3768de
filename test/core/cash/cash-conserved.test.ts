import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const KES = 'KES' as const
const thousands = (pieces: number) => count([100_000n, pieces])
const people = ['officer', 'teller', 'manager', 'head-office'] as const

const step = fc.record({
  verb: fc.constantFrom('send', 'receive', 'cancel', 'count', 'vault-count'),
  who: fc.constantFrom(...people),
  from: fc.nat(2),
  to: fc.nat(2),
  which: fc.nat(4),
  pieces: fc.nat(30),
  stands: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function play(branch: Branch, drawers: readonly string[], transfers: string[], { verb, who, ...made }: Step): void {
  const end = (place: number) => {
    const drawerId = drawers[place]
    return drawerId === undefined ? ({ kind: 'vault' } as const) : ({ kind: 'drawer', drawerId } as const)
  }
  const counted = thousands(made.pieces)
  const transferId = transfers[made.which] ?? branch.environment.newId()
  const said = made.stands ? ({ discrepancy: 'other', note: 'agreed' } as const) : {}
  const note = { note: 'counted twice' }
  if (verb === 'send') {
    if (made.from === made.to || made.pieces === 0) return
    const send = { type: 'cash.send', from: end(made.from), to: end(made.to), currency: KES, counted } as const
    const result = branch.execute(who, send)
    if (result.ok) transfers.push(result.value.created.transferId ?? '')
  }
  if (verb === 'receive') branch.execute(who, { type: 'cash.receive', transferId, counted, ...said })
  if (verb === 'cancel') branch.execute(who, { type: 'cash.cancel-transfer', transferId })
  if (verb === 'count')
    branch.execute(who, { type: 'drawer.count', drawerId: drawers[made.from % 2] ?? '', counted, ...note })
  if (verb === 'vault-count')
    branch.execute(who, { type: 'vault.count', currency: KES, counted: thousands(1_970 + made.pieces), ...note })
}

const sums = ({ books }: Branch): Record<string, bigint> =>
  Object.fromEntries(
    books.db
      .prepare(
        "SELECT account, sum(debit_minor - credit_minor) AS minor FROM balance WHERE sub_account = '' GROUP BY account",
      )
      .all()
      .map(row => row as { account: string; minor: number })
      .map(({ account, minor }) => [account, BigInt(minor)]),
  )

test('[C12] any series of transfers and counts keeps the cash, but for what is booked as over or short', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), history => {
      const branch = makeBranch()
      const { drawerId } = openForBusiness(branch)
      const tellers = branch.must('teller', { type: 'drawer.open', currency: KES, counted: thousands(5) }).created
        .drawerId
      const transfers: string[] = []
      for (const one of history) play(branch, [drawerId, tellers ?? ''], transfers, one)
      const {
        1110: vaults = 0n,
        1120: drawers = 0n,
        1140: transit = 0n,
        4910: over = 0n,
        5910: short = 0n,
      } = sums(branch)
      expect(vaults + drawers + transit + over + short).toBe(200_000_000n)
      const places = branch.books.db
        .prepare(
          "SELECT count(*) FROM balance WHERE account IN ('1110','1120','1140') AND sub_account <> '' AND debit_minor < credit_minor",
        )
        .pluck()
        .get()
      expect(places).toBe(0)
      expectBooksToBalance(branch)
      branch.books.close()
    }),
    { seed: 11, numRuns: 60 },
  )
})
