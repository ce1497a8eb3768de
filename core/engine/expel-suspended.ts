import { grantById } from '../storage/reference.ts'
import { renewAccess } from './change-database-key.ts'
import type { Installation } from './installation.ts'

/** Who was suspended elsewhere, as it has just arrived, loses their slot, and the session if it is theirs. Rules: A29, A55. */
export function expelSuspended({ session, folder }: Installation): void {
  const open = session.open()
  if (!open || open.books.db.inTransaction) return
  const isActive = grantById(open.books.db, open.staffId)?.isActive === true
  if (isActive && !open.staffNews.hasCome) return
  open.staffNews.hasCome = false
  renewAccess(folder, open)
  if (isActive) session.tell()
  else session.enter({ name: 'signed-out' })
}
