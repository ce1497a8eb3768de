import { present } from '../assert.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import { kindOfAttachment } from '../decision/attachment-kind.ts'
import { attachmentAnswer } from '../query/attachment-answer.ts'
import { permissionFor } from '../query/query-permissions.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { makeExportFolder } from '../storage/export-folder.ts'
import { closedRefusal } from './answer.ts'
import type { Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'

type Paper = Extract<DeskCommand, { type: 'attachment.save' }>['paper']

/**
 * A paper for the computer's own reader, in a new folder, by what its bytes say that it is: the window shows no PDF. The person points at
 * where, and the window names no path; null when they point nowhere. Refuses not-permitted, record-unknown, locked, and field-invalid for a
 * place without a paper or a folder that is none. Rules: A72, W54.
 */
export async function saveAttachment(
  installation: Installation,
  session: OpenSession,
  { paper }: { readonly paper: Paper },
): Promise<Result<{ readonly folder: string | null }, Refusal>> {
  const content = contentOf(session, paper)
  if (!content.ok) return content
  const target = await installation.chooseFolder()
  if (installation.session.open() !== session) return refuse(closedRefusal(installation))
  return target === null ? ok({ folder: null }) : write(content.value, target, installation.environment.now())
}

/** What is sealed is read here; what is in no record yet is only in the hands of who writes the journal. */
function contentOf(session: OpenSession, paper: Paper): Result<Uint8Array, Refusal> {
  const asked = paper.of === 'record' ? permissionFor({ type: 'attachment', ...paper }) : 'journal'
  const notPermitted = notPermittedHere(session, asked)
  if (notPermitted) return refuse(notPermitted)
  if (paper.of === 'draft') return ok(paper.content)
  const answer = attachmentAnswer(session.books.db, paper)
  if (!answer.ok) return answer
  return answer.value
    ? ok(answer.value.bytes)
    : refuse({ type: 'field-invalid', field: 'paper.place', rule: 'not-one-of' })
}

function write(content: Uint8Array, target: string, now: string): Result<{ readonly folder: string }, Refusal> {
  const folder = makeExportFolder(target, now, 'paper')
  if (!folder.ok) return refuse({ type: 'field-invalid', field: 'folder', rule: folder.refusal })
  try {
    const file = folder.value.create(`paper.${present(kindOfAttachment(content), 'only papers are sealed as papers')}`)
    file.write(content)
    file.close()
    return ok({ folder: folder.value.path })
  } catch (error) {
    folder.value.discard()
    throw error
  }
}
