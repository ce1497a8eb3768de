import type { DeskCommand } from '../command/desk-command.ts'
import { csvText } from '../csv-row.ts'
import { jsonText } from '../journal/json-text.ts'
import type { BulkResult } from '../query/bulk-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { makeExportFolder } from '../storage/export-folder.ts'
import type { Installation } from './installation.ts'
import type { OpenSession } from './session-state.ts'

const columns = ['place', 'row', 'column', 'status', 'type', 'log', 'seq', 'receipt', 'refusal', 'detail']

/**
 * What became of each of many operations, as CSV in a new folder: its place, and its record or the stable word of its refusal with what
 * that tells. Refuses field-invalid for a folder that is none, or a batch of which nothing is known here. Rule: N5.
 */
export function saveResults(
  { environment }: Installation,
  { bulk: { newest } }: OpenSession,
  { batch, folder: target }: Extract<DeskCommand, { type: 'bulk.save-results' }>,
): Result<{ readonly folder: string }, Refusal> {
  if (newest?.batch !== batch) return refuse({ type: 'field-invalid', field: 'batch', rule: 'not-one-of' })
  const folder = makeExportFolder(target, environment.now(), 'results')
  if (!folder.ok) return refuse({ type: 'field-invalid', field: 'folder', rule: folder.refusal })
  try {
    const file = folder.value.create('results.csv')
    file.writeLine(columns.join(','))
    for (const result of newest.results) file.writeLine(rowOf(result).join(','))
    file.close()
    return ok({ folder: folder.value.path })
  } catch (error) {
    folder.value.discard()
    throw error
  }
}

const rowOf = ({ place, row, column, status, outcome, refusal }: BulkResult): readonly string[] => [
  String(place),
  row === undefined ? '' : String(row),
  csvText(column ?? ''),
  status,
  outcome?.type ?? '',
  outcome?.record.log ?? '',
  outcome ? String(outcome.record.seq) : '',
  outcome?.receipt === undefined ? '' : String(outcome.receipt),
  refusal?.type ?? '',
  refusal ? csvText(detailOf(refusal)) : '',
]

/** What a refusal tells besides its type: `limitMinor=100 currency=KES`. */
function detailOf({ type: _, ...told }: Refusal): string {
  const asText = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'bigint' ? String(value) : jsonText(value)
  return Object.entries(told)
    .map(([name, value]) => `${name}=${asText(value)}`)
    .join(' ')
    .replace(/[\r\n]+/g, ' ')
}
