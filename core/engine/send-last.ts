import { unsentAnswer } from '../query/unsent.ts'
import { createSyncClient } from '../sync/client.ts'
import type { Installation } from './installation.ts'
import { meetInBackground } from './meet-fault.ts'
import { letGo, openInstallationBooks } from './open-installation-books.ts'
import type { OpenedKeys } from './open-keys.ts'

/**
 * Sends what a suspended person left unsent, before they are refused: on a device where nobody else has a slot their passphrase or their
 * recovery code, in whoever's hands, is the only way to it. Nothing is shown, and nobody works. Rule: A67.
 */
export async function sendLast(installation: Installation, person: OpenedKeys): Promise<void> {
  const { environment, transport, timekeeper } = installation
  const opened = openInstallationBooks(installation, person)
  if (!opened.ok) return
  const { books, log } = opened.value
  try {
    if (unsentAnswer(books.db).count === 0) return
    const desk = { environment, log, staffId: person.owner.staffId }
    const onChange = (): void => undefined
    const onFault = (fault: unknown): void => meetInBackground(installation, fault)
    const client = createSyncClient({ books, desk, transport, environment, onChange, onFault, later: timekeeper.after })
    await client.syncNow()
    await client.stop()
  } finally {
    letGo(opened.value)
  }
}
