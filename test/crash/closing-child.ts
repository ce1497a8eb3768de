/**
 * A process that does the close of business that is due, piece by piece, on the encrypted books with FULL durability, and says each
 * piece only when the books have it. Its life ends by SIGKILL, or when nothing is due.
 */
import { writeSync } from 'node:fs'
import { runNextClose } from '../../core/command/run-next-close.ts'
import { openBooks } from '../../core/storage/books.ts'
import { ownLogOf } from '../support/branch.ts'
import { testEnvironment } from '../support/deterministic-environment.ts'

const [, , file = '', key = '', seed = '', staffId = ''] = process.argv
const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
if (!opened.ok) throw new Error(opened.refusal)
const desk = {
  environment: testEnvironment(`${seed}/${process.pid}`),
  log: ownLogOf(testEnvironment(seed).randomBytes(32)),
  staffId,
}
for (;;) {
  const ran = runNextClose(opened.value, desk)
  if (!ran.ok) throw new Error(ran.refusal.type)
  if (ran.value === null) break
  writeSync(1, `${ran.value.outcome.key}\n`)
}
opened.value.close()
