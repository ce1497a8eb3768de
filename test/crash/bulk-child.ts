/** A process in which the whole engine posts one batch of many deposits, and says how far it has come. Its life ends by SIGKILL. */
import { writeSync } from 'node:fs'
import { createEngine, portOf } from '../../core/engine/engine.ts'
import { depositAt } from './posting-order.ts'

const [directory = '', code = '', passphrase = '', accountId = '', batch = '', count = '0', cost = '{}'] =
  process.argv.slice(2)
const say = (text: string): void => {
  writeSync(1, `${text}\n`)
}

const port = portOf(await createEngine({ directory, kdfCost: JSON.parse(cost), log: fault => say(`failed ${fault}`) }))
const signedIn = await port.execute({ type: 'session.sign-in', code, passphrase })
if (!signedIn.ok) say(`refused ${signedIn.refusal.type}`)
const items = Array.from({ length: Number(count) }, (_, place) => depositAt(place, accountId))
let isDone = false
const run = port.execute({ type: 'bulk.run', batch, items }).finally(() => {
  isDone = true
})
for (let told = 0; !isDone; ) {
  const progress = await port.query({ type: 'bulk' })
  const done = progress.ok ? (progress.value?.done ?? 0) : 0
  if (done > told) say(`done ${done}`)
  told = done
  await new Promise<void>(resolve => setImmediate(resolve))
}
await run
