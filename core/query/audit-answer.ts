import type { Database } from 'better-sqlite3'
import type { AuditKind } from '../audit/audit-kind.ts'
import { verbs } from '../command/verbs.ts'
import { type AuditPlace, auditEvents, type PlacedEvent, recordRefAt } from '../storage/audit-pages.ts'
import { accountNames, clientRow } from '../storage/clients.ts'
import { deviceRow, grantById } from '../storage/reference.ts'
import type { AuditRow, AuditSubject, AuditTrailAnswer } from './audit-answers.ts'
import { searchAnswer } from './search-answer.ts'

export interface AuditQuery {
  readonly staffId?: string | undefined
  readonly kind?: AuditKind | undefined
  readonly about?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: AuditPlace | undefined
  readonly limit: number
}

const aboutMax = 10

/** The audit trail, newest first. Rules: U6, U7. */
export function auditAnswer(db: Database, ownCode: string, query: AuditQuery): AuditTrailAnswer {
  const { about = '', before, limit, ...filter } = query
  const subjects = about.trim() === '' ? undefined : subjectsMeant(db, about.trim())
  const found = auditEvents(db, { ...filter, subjects }, { before, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const rows = shown.map(placed => auditRow(db, ownCode, placed))
  const last = shown.at(-1)
  return { rows, ...(found.length > limit && last ? { next: placeOf(last) } : {}) }
}

const placeOf = ({ event: { n }, position }: PlacedEvent): AuditPlace & { readonly n: number } =>
  position === null ? { n } : { position, n }

/** A subject as the trail writes it, or whomever the text finds in a search: people, and their accounts. */
function subjectsMeant(db: Database, text: string): readonly string[] {
  if (/^[a-z]+\//.test(text)) return [text]
  return searchAnswer(db, { text, limit: aboutMax }).flatMap(({ clientId, accountId }) => [
    ...(clientId === undefined ? [] : [`client/${clientId}`]),
    ...(accountId === undefined ? [] : [`account/${accountId}`]),
  ])
}

function auditRow(db: Database, ownCode: string, { event, position }: PlacedEvent): AuditRow {
  const { n, at, staff, kind, what, refusal, subject, times } = event
  const sealed = position === null ? null : recordRefAt(db, position)
  const staffName = staff === undefined ? undefined : grantById(db, staff)?.name
  return {
    n,
    at,
    deviceCode: sealed ? (deviceRow(db, sealed.log)?.deviceCode ?? '') : ownCode,
    kind,
    times,
    ...(staffName === undefined ? {} : { staffName }),
    ...(what === undefined ? {} : { what, ...recordTypeOf(what) }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(subject === undefined ? {} : { subject: subjectOf(db, subject) }),
    ...(sealed ? { sealedIn: sealed } : {}),
  }
}

const recordTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(verbs).map(([type, { recordType }]) => [type, recordType]),
)

function recordTypeOf(what: string): { readonly recordType?: string } {
  const recordType = recordTypes.get(what)
  return recordType === undefined ? {} : { recordType }
}

function subjectOf(db: Database, subject: string): AuditSubject {
  const [kind, id = '', seq] = subject.split('/')
  switch (kind) {
    case 'client': {
      const client = clientRow(db, id)
      return { kind, id, ...(client ? { name: client.name, number: client.number } : {}) }
    }
    case 'account': {
      const names = accountNames(db, id)
      return { kind, id, ...(names ? { name: names.name, number: names.number } : {}) }
    }
    case 'loan': {
      const names = accountNames(db, id)
      return { kind: 'other', id: names?.number ?? subject, ...(names ? { name: names.name } : {}) }
    }
    case 'staff': {
      const name = grantById(db, id)?.name
      return { kind, id, ...(name === undefined ? {} : { name }) }
    }
    case 'record':
      return { kind, id, number: seq ?? '', record: { log: id, seq: Number(seq) } }
    default:
      return { kind: 'other', id: subject }
  }
}
