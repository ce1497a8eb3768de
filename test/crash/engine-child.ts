/**
 * A process in which the whole engine runs as the application starts it: the folder with its keyring, a sign-in, the audit trail, the
 * sync loop and the close of business in the background; and one deposit after the other through its port. It says each outcome only
 * when the engine has answered. Its life ends by SIGKILL.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { createEngine, portOf } from '../../core/engine/engine.ts'
import { depositAt, type EngineOrder } from './posting-order.ts'

const say = (text: string): void => {
  writeSync(1, `${text}\n`)
}

async function work({ directory, code, passphrase, kdfCost, accountId, first }: EngineOrder): Promise<void> {
  const port = portOf(await createEngine({ directory, kdfCost, log: fault => say(`${first} failed ${fault}`) }))
  const signedIn = await port.execute({ type: 'session.sign-in', code, passphrase })
  if (!signedIn.ok) return say(`${first} refused ${signedIn.refusal.type}`)
  say(`${first} signed-in ${code}`)
  for (let place = first; ; place++) {
    const answer = await port.execute(depositAt(place, accountId))
    if (!answer.ok) return say(`${place} refused ${answer.refusal.type}`)
    const { record, replayed } = answer.value
    say(`${place} ${replayed ? 'again' : 'posted'} ${record.seq}`)
    const seen = await port.query({ type: 'account', accountId })
    if (!seen.ok) return say(`${place} refused ${seen.refusal.type}`)
    // As the broker of messages does: what runs in the background and what comes over the network has its turn.
    await new Promise<void>(resolve => setImmediate(resolve))
  }
}

// A process that is killed leaves no cache by itself, and without one each start compiles everything.
flushCompileCache()
say('ready')
for await (const line of createInterface({ input: process.stdin })) await work(JSON.parse(line) as EngineOrder)
