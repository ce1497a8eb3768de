import { expect, test } from 'vitest'
import type { DocumentRequest } from '../../../core/documents/document-request.ts'
import type { DocumentJob } from '../../../core/engine/document-output.ts'
import { ok } from '../../../core/result.ts'
import { foundedEngine, must, workADay } from './made-engine.ts'

type Output = DocumentJob['output']

test('[T17] who may audit is given tables of the books, in their own forms; nobody is given a receipt as one', async () => {
  const documents = { produce: () => Promise.resolve(ok({ path: 'paper' })) }
  const made = await foundedEngine({ documents })
  const { deposit } = await workADay(made)
  const produced = async (document: object, output: Output): Promise<string> => {
    const request = { locale: 'en', ...document } as DocumentRequest
    const result = await made.port.execute({ type: 'document.produce', document: request, output })
    return result.ok ? 'produced' : result.refusal.type
  }
  const statement = { kind: 'balance-sheet', basis: 'booking', days: { to: '2026-12-31' } }
  const balanceSheet = { kind: 'financial-statement', statement, hidesZeros: true }
  const ledger = { kind: 'ledger', lines: { account: '1120', basis: 'booking' } }
  const receipt = { kind: 'receipt', record: deposit.record }
  const asTeller = await Promise.all([produced(balanceSheet, 'pdf'), produced(ledger, 'csv')])
  expect(asTeller).toEqual(['not-permitted', 'not-permitted'])
  must(await made.signIn('MGR1'))
  for (const output of ['pdf', 'csv', 'xlsx'] as const)
    expect([await produced(balanceSheet, output), await produced(ledger, output)]).toEqual(['produced', 'produced'])
  for (const output of ['printer', 'escpos-file'] as const)
    expect([await produced(balanceSheet, output), await produced(ledger, output)]).toEqual([
      'field-invalid',
      'field-invalid',
    ])
  for (const output of ['csv', 'xlsx'] as const) expect(await produced(receipt, output)).toBe('field-invalid')
})
