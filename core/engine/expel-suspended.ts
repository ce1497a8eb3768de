import { grantById } from '../storage/reference.ts'
import type { Installation } from './installation.ts'
import { dropStaleSlots } from './slot-standing.ts'

/** Ends the session of a person whose suspension has just arrived, and takes their slot away. Rule: A29. */
export function expelSuspended({ session, folder }: Installation): void {
  const open = session.open()
  if (!open || open.books.db.inTransaction || grantById(open.books.db, open.staffId)?.isActive) return
  dropStaleSlots(folder, open)
  session.enter({ name: 'signed-out' })
}
