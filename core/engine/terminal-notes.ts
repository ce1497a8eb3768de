import { z } from 'zod'
import { wordSchema } from '../audit/audit-event.ts'
import { hex, hmacSha256, utf8 } from '../crypto/hash.ts'
import { sha256HexSchema, uuidSchema } from '../journal/record.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'

/** What was done at the terminal while no engine could tell the audit trail of it. */
export const terminalNotesFile = 'terminal.json'

const done = {
  staff: uuidSchema,
  at: z.iso.datetime({ precision: 3 }),
  kind: z.enum(['verified', 'exported']),
  what: wordSchema,
}
const noteSchema = z.strictObject({ ...done, proof: sha256HexSchema })
const notesSchema = z.strictObject({ v: z.literal(1), notes: z.array(noteSchema) })

/** Nobody, where the note was not made by who could open the books, or they have another key since. */
export interface TerminalNote {
  readonly staff: string | null
  readonly at: string
  readonly kind: 'verified' | 'exported'
  readonly what: string
}
type Made = TerminalNote & { readonly staff: string }
type Kept = z.infer<typeof noteSchema>

const notesKept = 200

const proofOf = (databaseKey: Uint8Array, { staff, at, kind, what }: Made): string =>
  hex(hmacSha256(databaseKey, utf8(JSON.stringify(['nexum-terminal-1', staff, at, kind, what]))))

/** Who may write a note: what it needs of the books' key, which the terminal itself forgets at once. */
export function terminalNoter(databaseKey: Uint8Array): (folder: InstallationFolder, note: Made) => void {
  const key = Uint8Array.from(databaseKey)
  return (folder, note) => {
    const notes = [...read(folder), { ...note, proof: proofOf(key, note) }].slice(-notesKept)
    folder.write(terminalNotesFile, utf8(JSON.stringify({ v: 1, notes })))
    key.fill(0)
  }
}

/** What was noted, oldest first, for the audit trail of the session that begins. Rule: U8. */
export const terminalNotes = (folder: InstallationFolder, databaseKey: Uint8Array): readonly TerminalNote[] =>
  read(folder).map(({ proof, ...note }) => ({
    ...note,
    staff: proof === proofOf(databaseKey, note) ? note.staff : null,
  }))

export function forgetTerminalNotes(folder: InstallationFolder): void {
  if (folder.has(terminalNotesFile)) folder.remove(terminalNotesFile)
}

/** What this program did not write is nothing. */
function read(folder: InstallationFolder): readonly Kept[] {
  const bytes = folder.read(terminalNotesFile)
  if (bytes === null) return []
  try {
    return notesSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).notes
  } catch {
    return []
  }
}
