import type { JournalCommand } from '../command/command.ts'
import type { Desk } from '../command/desk.ts'
import { requestHashOf } from '../command/request-hash.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'

/** Who acts, in the open session; with the second person where one has signed exactly this command. */
export function deskOf(
  { environment }: Pick<Installation, 'environment'>,
  session: OpenSession,
  command?: JournalCommand,
): Desk {
  const { log, staffId, cosigners } = session
  const cosigner = command && cosigners.size > 0 ? cosigners.get(requestHashOf(log, command)) : undefined
  return { environment, log, staffId, ...(cosigner ? { cosigner } : {}) }
}
