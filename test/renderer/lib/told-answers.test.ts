import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import { verbs } from '../../../core/command/verbs.ts'
import { answerQuery, type BooksQuery } from '../../../core/query/answer-query.ts'
import { isStaleAfter } from '../../../renderer/lib/topics.ts'
import type { Branch } from '../../support/branch.ts'
import { everyQuestion, type Known } from '../../support/every-question.ts'
import { type Done, liveThroughEverything } from '../../support/everything-done.ts'

const askers: readonly Role[] = ['officer', 'head-office']

interface Answer {
  readonly query: BooksQuery
  readonly by: Role
  readonly bytes: string
}

/** What is answered now, to who works at the counter and to who may see everything. */
const answersOf = ({ books, desk }: Branch, queries: readonly BooksQuery[]): readonly Answer[] =>
  askers.flatMap(by =>
    queries.map(query => {
      const answer = answerQuery(books, desk(by), query, ['OFF1'])
      return { query, by, bytes: serialize(answer).toString('base64') }
    }),
  )

const isTold = (topics: readonly string[], query: BooksQuery): boolean =>
  topics.some(topic => isStaleAfter(topic, query))

/** What takes a second device and its server, a key of somebody's own, or half a year. */
const notDone = ['savings.reactivate', 'staff.set-passphrase', 'custody.seize']

test('[W22] whatever is done, every question is answered, and what is answered otherwise was told to be old', () => {
  const untold = new Set<string>()
  const changed = new Set<string>()
  let answers: readonly Answer[] = []
  const begin = (branch: Branch, known: Known) => {
    answers = answersOf(branch, everyQuestion(known))
  }
  const after = (branch: Branch, { type, topics }: Done) => {
    const before = answers
    const queries = before.filter(({ by }) => by === askers[0]).map(({ query }) => query)
    answers = answersOf(branch, queries)
    for (const [at, { query, by, bytes }] of answers.entries()) {
      if (bytes === before[at]?.bytes) continue
      changed.add(query.type)
      if (!isTold(topics, query)) untold.add(`${type} (${topics.join(' ')}): ${query.type} asked by ${by}`)
    }
  }
  const { done } = liveThroughEverything({ begin, after })
  expect([...untold]).toEqual([])
  expect(Object.keys(verbs).filter(type => !done.has(type))).toEqual(notDone)
  expect(changed.size).toBeGreaterThan(38)
})
