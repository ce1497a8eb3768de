import { present } from '../assert.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import { kindOfAttachment } from '../decision/attachment-kind.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { makeExportFolder } from '../storage/export-folder.ts'
import type { Installation } from './installation.ts'

/**
 * A paper for the computer's own reader, in a new folder, by what its bytes say that it is: the window shows no PDF. Refuses field-invalid
 * for a folder that is none. Rule: W54.
 */
export function saveAttachment(
  { environment }: Pick<Installation, 'environment'>,
  { content, folder: target }: Extract<DeskCommand, { type: 'attachment.save' }>,
): Result<{ readonly folder: string }, Refusal> {
  const folder = makeExportFolder(target, environment.now(), 'paper')
  if (!folder.ok) return refuse({ type: 'field-invalid', field: 'folder', rule: folder.refusal })
  try {
    const file = folder.value.create(`paper.${present(kindOfAttachment(content), 'the schema knows what it is')}`)
    file.write(content)
    file.close()
    return ok({ folder: folder.value.path })
  } catch (error) {
    folder.value.discard()
    throw error
  }
}
