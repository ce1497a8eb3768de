import type { TFunction } from 'i18next'
import type { AuditRow } from '../../../core/query/audit-answers.ts'
import { recordName } from '../../lib/record-name.ts'

type Say = TFunction<readonly ['audit', 'refusals']>

/** What happened, in the auditor's words; a kind that this version does not know is shown as it is. */
export const kindWord = (t: Say, kind: string): string =>
  t(`kind-${kind}` as 'kind-viewed', { ns: 'audit', defaultValue: kind })

/** The operation, the page or the paper that it is about. */
export function whatWord(t: Say, { what, recordType }: AuditRow, locale: string): string {
  if (recordType !== undefined) return recordName(recordType, locale)
  if (what === undefined) return ''
  const [paper = ''] = what.split('.')
  const paperWord = t(`what-${paper}` as 'what-receipt', { ns: 'audit', defaultValue: what })
  return t(`what-${what}` as 'what-receipt', { ns: 'audit', defaultValue: paperWord })
}

/** What stood against it, without its values: the trail keeps none. */
export function answerWord(t: Say, { refusal }: AuditRow): string {
  if (refusal === undefined) return ''
  const text = t(refusal as 'no-receipt', { ns: 'refusals', defaultValue: refusal, skipInterpolation: true, count: 2 })
  const [first = ''] = text.split('\n')
  return first.replace(/\{\{[^}]*\}\}/g, '…')
}
