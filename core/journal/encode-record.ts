import { assert } from '../assert.ts'
import { utf8 } from '../crypto/hash.ts'
import type { Entry, JournalRecord } from './record.ts'

const hasContent = (value: unknown): boolean => !(Array.isArray(value) && value.length === 0)

/** The record's exact bytes, written once: UTF-8 JSON in the order of the schema, amounts as text, empty options left out. */
export function encodeRecord(record: JournalRecord): Uint8Array {
  assert(Number.isSafeInteger(record.seq), 'a sequence number is a safe integer')
  const { entries, body, ...head } = record
  const kept = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && hasContent(value)))
  return utf8(JSON.stringify({ ...kept, entries: entries.map(wireEntry), body }))
}

const wireEntry = ({ description, lines }: Entry) => ({
  description,
  lines: lines.map(line => ({ ...line, amountMinor: line.amountMinor.toString() })),
})
