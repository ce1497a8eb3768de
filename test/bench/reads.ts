import { addDays, daysBetween } from '../../core/calendar/business-date.ts'
import { answerQuery, type BooksQuery } from '../../core/query/answer-query.ts'
import { type GrownBranch, phoneOf } from './grown-branch.ts'
import { percentile, rounded } from './percentile.ts'

/** Milliseconds from the question to the answer. */
export interface Read {
  readonly name: string
  readonly p50: number
  readonly p99: number
  /** What issue and design allow, for the p99. */
  readonly limitMs: number
}

type Ask = (place: number) => BooksQuery

const rounds = 300
const warmUpRounds = 20
const limit = 50

/** What the screens ask most, each of other accounts, days and clients than the time before. */
export function benchReads(grown: GrownBranch): readonly Read[] {
  const desk = grown.branch.desk('accountant')
  return asks(grown).map(({ name, ask, limitMs }) => {
    const times: number[] = []
    for (let round = -warmUpRounds; round < rounds; round++) {
      const query = ask((round + warmUpRounds) * 7919)
      const begin = performance.now()
      const answer = answerQuery(grown.branch.books, desk, query, [])
      const ms = performance.now() - begin
      if (!answer.ok) throw new Error(answer.refusal.type)
      if (round >= 0) times.push(ms)
    }
    return { name, p50: rounded(percentile(times, 0.5), 2), p99: rounded(percentile(times, 0.99), 2), limitMs }
  })
}

function asks({ accounts, firstDay, lastDay }: GrownBranch): readonly { name: string; ask: Ask; limitMs: number }[] {
  const accountAt = (place: number): string => accounts[place % accounts.length] ?? ''
  const dayAt = (place: number) => addDays(firstDay, place % (daysBetween(firstDay, lastDay) + 1))
  const typed = ['a', 'od', 'wanj', 'achieng odhiambo', 'fatuma ha', 'zawadi ka mw']
  const text = (place: number): string =>
    place % 3 === 0 ? phoneOf(place % accounts.length).slice(-(4 + (place % 5))) : (typed[place % typed.length] ?? '')
  const booked = { basis: 'booking' } as const
  const counted = { basis: 'value' } as const
  const sheet = (kind: 'balance-sheet' | 'income-statement', place: number): BooksQuery => ({
    type: 'financial-statement',
    statement: { kind, ...booked, days: { to: dayAt(place) } },
  })
  return [
    { name: 'my day', limitMs: 20, ask: () => ({ type: 'my-day' }) },
    { name: 'client search', limitMs: 20, ask: at => ({ type: 'search', text: text(at), limit: 20 }) },
    { name: 'account and balance', limitMs: 20, ask: at => ({ type: 'account', accountId: accountAt(at) }) },
    { name: 'statement page', limitMs: 20, ask: at => ({ type: 'statement', accountId: accountAt(at), limit }) },
    {
      name: 'balance as of, booked',
      limitMs: 20,
      ask: at => ({ type: 'balance', accountId: accountAt(at), asOf: dayAt(at), ...booked }),
    },
    {
      name: 'balance as of, counted',
      limitMs: 20,
      ask: at => ({ type: 'balance', accountId: accountAt(at), asOf: dayAt(at), ...counted }),
    },
    { name: 'journal page', limitMs: 20, ask: () => ({ type: 'journal', limit }) },
    { name: 'trial balance', limitMs: 20, ask: () => ({ type: 'trial-balance', ...booked }) },
    {
      name: 'trial balance as of, booked',
      limitMs: 200,
      ask: at => ({ type: 'trial-balance', asOf: dayAt(at), ...booked }),
    },
    {
      name: 'trial balance as of, counted',
      limitMs: 200,
      ask: at => ({ type: 'trial-balance', asOf: dayAt(at), ...counted }),
    },
    { name: 'balance sheet as of', limitMs: 200, ask: at => sheet('balance-sheet', at) },
    { name: 'income statement as of', limitMs: 200, ask: at => sheet('income-statement', at) },
  ]
}
