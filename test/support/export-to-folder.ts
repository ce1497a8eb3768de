import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ExportedSet, type ExportRefused, exportBooks } from '../../core/export/export-books.ts'
import type { ExportOrder } from '../../core/export/export-order.ts'
import type { Result } from '../../core/result.ts'
import { openExportFolder } from '../../core/storage/export-folder.ts'
import type { Branch } from './branch.ts'

/** Drives an export into a folder to its end, signed by the branch's own device. */
export function tryExport(
  { books, desk }: Branch,
  folder: string,
  order: Partial<ExportOrder> = {},
): Result<readonly ExportedSet[], ExportRefused> {
  const opened = openExportFolder(folder)
  if (!opened.ok) throw new Error(opened.refusal)
  const place = { folder: opened.value, now: '2026-12-31T18:00:00.000Z', signer: desk('officer').log.signer }
  const run = exportBooks(books.db, { format: 'all', ...order }, place)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

/** As `tryExport`, for what must succeed and is one set of files. */
export function exportTo(branch: Branch, folder: string, order: Partial<ExportOrder> = {}): ExportedSet {
  const exported = tryExport(branch, folder, order)
  if (!exported.ok) throw new Error(exported.refusal.type)
  const [set] = exported.value
  if (!set) throw new Error('no files')
  return set
}

export const readExported = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')
