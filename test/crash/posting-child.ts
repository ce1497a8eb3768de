/**
 * A process that does what the engine does: it opens the encrypted books with FULL durability and posts one deposit after the
 * other through the one way in. It says each outcome only when the books have it. Its life ends by SIGKILL.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { refusalOfFault } from '../../core/engine/translate-fault.ts'
import { openBooks } from '../../core/storage/books.ts'
import { ownLogOf } from '../support/branch.ts'
import { testEnvironment } from '../support/deterministic-environment.ts'
import { depositAt, type PostingOrder } from './posting-order.ts'

const say = (text: string): void => {
  writeSync(1, `${text}\n`)
}

function post({ file, key, seed, staffId, accountId, first, count }: PostingOrder): void {
  const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
  if (!opened.ok) {
    say(`refused ${opened.refusal}`)
    return
  }
  const environment = testEnvironment(`${seed}/${first}`)
  const desk = { environment, log: ownLogOf(testEnvironment(seed).randomBytes(32)), staffId }
  for (let place = first; place < first + count; place++)
    say(`${place} ${outcomeOf(opened.value, desk, place, accountId)}`)
  opened.value.close()
}

type Books = Parameters<typeof executeJournalCommand>[0]
type Desk = Parameters<typeof executeJournalCommand>[1]

function outcomeOf(books: Books, desk: Desk, place: number, accountId: string): string {
  try {
    const executed = executeJournalCommand(books, desk, depositAt(place, accountId))
    if (!executed.ok) return `refused ${executed.refusal.type}`
    const { record, replayed } = executed.value.outcome
    return `${replayed ? 'again' : 'posted'} ${record.seq}`
  } catch (fault) {
    return `refused ${refusalOfFault(fault).type}`
  }
}

say('ready')
for await (const line of createInterface({ input: process.stdin })) {
  post(JSON.parse(line) as PostingOrder)
  say('done')
}
