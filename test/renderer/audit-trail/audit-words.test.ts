import { expect, test } from 'vitest'
import { documentRequestSchema } from '../../../core/documents/document-request.ts'
import words from '../../../renderer/locales/en/audit.json' with { type: 'json' }

/** Queries whose answer shows something of a client, or of the books. */
const seen = [
  'client',
  'client-photo',
  'account',
  'statement',
  'balance',
  'ledger-lines',
  'record',
  'attachment',
  'collateral-paper',
]

test('[U2] whatever is seen or put on paper has a word in the audit trail', () => {
  const papers = documentRequestSchema.options.map(({ shape }) => shape.kind.value)
  const named = new Set(Object.keys(words))
  expect([...seen, ...papers].filter(what => !named.has(`what-${what}`))).toEqual([])
})
