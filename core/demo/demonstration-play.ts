import type { JournalCommand } from '../command/command.ts'
import type { Outcome } from '../command/outcome.ts'
import type { EnginePort } from '../engine/port.ts'
import { formatMoney } from '../money/format-amount.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { demonstrationFounding, demonstrationPassphrase } from './demonstration-people.ts'

export interface Player {
  readonly port: EnginePort
  readonly newKey: () => string
  readonly say: (line: string) => void
  /** The day to open; later than any day the demonstration was played on before. */
  readonly date: string
}

export const money = (amountMinor: bigint): string =>
  formatMoney({ amountMinor, currency: demonstrationFounding.currency }, 'en-KE').replace('\u00a0', ' ')

type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> : never

/** What did not go as the story says; the demonstration stops there. */
export class DemonstrationFailed extends Error {
  override readonly name = 'DemonstrationFailed'
}

export const value = <T>(what: string, result: Result<T, Refusal>): T => {
  if (result.ok) return result.value
  throw new DemonstrationFailed(`${what}: ${result.refusal.type}`)
}

/** Plays one command as the person who is signed in; a refusal ends the demonstration. */
export const play = async ({ port, newKey }: Player, command: Keyless<JournalCommand>): Promise<Outcome> => {
  const keyed = { key: newKey(), ...command } as JournalCommand
  return value(command.type, await port.execute(keyed)) as Outcome
}

export const refused = async ({ port, newKey }: Player, command: Keyless<JournalCommand>): Promise<Refusal> => {
  const result = await port.execute({ key: newKey(), ...command } as JournalCommand)
  if (result.ok) throw new DemonstrationFailed(`${command.type} should have been refused`)
  return result.refusal
}

export const signIn = async ({ port }: Player, code: string): Promise<void> => {
  value('sign in', await port.execute({ type: 'session.sign-in', code, passphrase: demonstrationPassphrase }))
}
