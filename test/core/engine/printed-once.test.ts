import { expect, test } from 'vitest'
import type { DocumentModel } from '../../../core/documents/document-model.ts'
import type { DocumentJob, DocumentOutput } from '../../../core/engine/document-output.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { ok, type Result, refuse } from '../../../core/result.ts'
import { foundedEngine, must, newKey, startEngine, type TestEngine, workADay } from './made-engine.ts'

type Output = DocumentJob['output']

/** Keeps what it is given; gives what it is told to. */
function tray(): DocumentOutput & {
  readonly papers: DocumentModel[]
  answer: Result<{ path: string }, Refusal> | Error
} {
  const kept = {
    papers: [] as DocumentModel[],
    answer: ok({ path: 'paper' }) as Result<{ path: string }, Refusal> | Error,
    produce: ({ model }: DocumentJob) => {
      if (kept.answer instanceof Error) return Promise.reject(kept.answer)
      if (kept.answer.ok) kept.papers.push(model)
      return Promise.resolve(kept.answer)
    },
  }
  return kept
}

async function withReceipt() {
  const documents = tray()
  const made = await foundedEngine({ documents })
  const { deposit } = await workADay(made)
  must(
    await made.port.execute({
      type: 'device.configure',
      printer: { host: 'printer', port: 9100, widthMm: 58 },
    }),
  )
  return { documents, made, record: deposit.record }
}

async function printed({ port }: Pick<TestEngine, 'port'>, record: RecordRef, output: Output): Promise<string> {
  const document = { kind: 'receipt', record, locale: 'en' } as const
  const result = await port.execute({
    type: 'document.produce',
    document,
    output,
  })
  return result.ok ? 'printed' : result.refusal.type
}

const copiesOn = (papers: readonly DocumentModel[]) =>
  papers.map(paper => (paper.kind === 'receipt' ? paper.copy : null))

test('[D14] each output gives the original once, and after that only a copy that is recorded', async () => {
  const { documents, made, record } = await withReceipt()
  for (const output of ['pdf', 'escpos-file', 'printer'] as const) {
    expect(await printed(made, record, output)).toBe('printed')
    expect(await printed(made, record, output)).toBe('already-printed')
  }
  must(await made.port.execute({ type: 'receipt.reprint', key: newKey(), record }))
  expect(await printed(made, record, 'pdf')).toBe('printed')
  expect(await printed(made, record, 'pdf')).toBe('already-printed')
  expect(copiesOn(documents.papers)).toEqual([0, 0, 0, 1])
})

test('[D14] what was printed is remembered through lock and restart', async () => {
  const { made, record } = await withReceipt()
  expect(await printed(made, record, 'pdf')).toBe('printed')
  await made.engine.close()
  const later = await startEngine({
    directory: made.directory,
    documents: tray(),
  })
  must(await later.signIn('TEL1'))
  expect(await printed(later, record, 'pdf')).toBe('already-printed')
})

test('[D14] a paper that was certainly not made may be had later; one that may have been made may not', async () => {
  const { documents, made, record } = await withReceipt()
  const unreachable = {
    type: 'printer-unreachable',
    host: 'printer',
    port: 9100,
  } as const
  documents.answer = refuse(unreachable)
  expect(await printed(made, record, 'printer')).toBe('printer-unreachable')
  documents.answer = new Error('the page was not drawn')
  expect(await printed(made, record, 'printer')).toBe('engine-failed')
  documents.answer = refuse({ ...unreachable, mayHavePrinted: true })
  expect(await printed(made, record, 'printer')).toBe('printer-unreachable')
  documents.answer = ok({ path: 'paper' })
  expect(await printed(made, record, 'printer')).toBe('already-printed')
})

test('[D14] a receipt is given to who takes cash in or prints again; a statement is not counted', async () => {
  const { made, record } = await withReceipt()
  const passphrase = 'seven green lanterns'
  must(await made.signIn('HO1'))
  const person = {
    code: 'AUD1',
    name: 'Joy Naliaka',
    role: 'auditor',
    passphrase,
  } as const
  must(await made.port.execute({ type: 'staff.add', key: newKey(), ...person }))
  must(
    await made.port.execute({
      type: 'session.sign-in',
      code: 'AUD1',
      passphrase,
    }),
  )
  expect(await printed(made, record, 'pdf')).toBe('not-permitted')
  must(await made.signIn('MGR1'))
  expect(await printed(made, record, 'pdf')).toBe('printed')
})
