import { onTestFinished } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { SessionAnswer } from '../../../core/query/session-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { removeFolder, startServer } from '../../sync-server/support/server.ts'
import { type Code, foundedEngine, must, newKey, type StartOptions, type TestEngine } from './made-engine.ts'

export interface HeadOffice extends TestEngine {
  readonly serverUrl: string
  readonly invitation: string
}

export const staffIdOf = async ({ port }: TestEngine, code: string): Promise<string> =>
  must(await port.query({ type: 'staff' })).find(person => person.code === code)?.staffId ?? ''

/** Head office, connected to a real server, with an invitation for one person's laptop. */
export async function headOffice(invited: Code = 'OFF1', options: StartOptions = {}): Promise<HeadOffice> {
  const server = await startServer()
  onTestFinished(async () => {
    await server.close()
    removeFolder(server.folder)
  })
  const made = await foundedEngine(options)
  must(await made.signIn('HO1'))
  must(await made.port.execute({ type: 'sync.connect', serverUrl: server.url, code: server.code() }))
  const command = { type: 'device.invite', key: newKey(), staffId: await staffIdOf(made, invited) }
  const { created } = must((await made.engine.execute(command)) as Result<Outcome, Refusal>)
  must(await made.port.execute({ type: 'sync.now' }))
  return { ...made, serverUrl: server.url, invitation: created.invitation ?? '' }
}

export const joinPassphrase = 'two oars and a net'

export const join = ({ engine }: TestEngine, { serverUrl, invitation }: HeadOffice, over: object = {}) =>
  engine.execute({
    type: 'device.join',
    key: newKey(),
    serverUrl,
    invitation,
    passphrase: joinPassphrase,
    ...over,
  }) as Promise<Result<SessionAnswer, Refusal>>
