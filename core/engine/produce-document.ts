import { present } from '../assert.ts'
import type { DeskCommand } from '../command/desk-command.ts'
import { type DocumentModel, isReceipt, isTableKind } from '../documents/document-model.ts'
import type { DocumentRequest } from '../documents/document-request.ts'
import { readDocument } from '../documents/read-document.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { type PrintedPaper, returnPaper, takePaper } from '../storage/printed-paper.ts'
import { recordAt } from '../storage/records.ts'
import { deskOf } from './desk-of.ts'
import type { DocumentJob } from './document-output.ts'
import type { Installation } from './installation.ts'
import { notPermittedHere } from './permitted-here.ts'
import type { OpenSession } from './session-state.ts'
import { readSettings } from './settings.ts'

type Produced = Promise<Result<unknown, Refusal>>

/**
 * Reads the books for what stands on the paper, and hands it to whoever prints. A receipt comes out of each output once as the
 * original and once as each recorded copy. Refuses a receipt to who neither takes cash in nor prints again, and a table of the books, or how they are kept, to
 * who may not audit; a form that the paper does not have (field-invalid); then what the document refuses; printer-not-set; already-printed; printer-unreachable. Rule: D14.
 */
export async function produceDocument(
  installation: Installation,
  session: OpenSession,
  { document, output }: Extract<DeskCommand, { type: 'document.produce' }>,
): Produced {
  const refusal = notGiven(session, document, output)
  if (refusal) return refuse(refusal)
  const { printer } = readSettings(session.books.db)
  const model = readDocument(
    session.books,
    deskOf(installation, session),
    document,
    output === 'pdf' ? 'sheets' : 'file',
  )
  if (!model.ok) return model
  if (output === 'printer' && printer === null) return refuse({ type: 'printer-not-set' })
  const job = { model: model.value, output, printer }
  const paper = paperOf(session, document, job)
  return paper ? produceOnce(installation, session, paper, job) : installation.documents.produce(job)
}

type Output = DocumentJob['output']

const tableOutputs: readonly Output[] = ['pdf', 'csv', 'xlsx']
const paperOutputs: readonly Output[] = ['pdf', 'printer', 'escpos-file']
/** They are signed, or read at a table: no strip of a receipt printer is wide enough for them. */
const sheetOutputs: readonly Output[] = ['pdf']

const outputsOf = (kind: DocumentRequest['kind']): readonly Output[] => {
  if (isTableKind(kind)) return tableOutputs
  return kind === 'loan-paper' || kind === 'posting-guide' ? sheetOutputs : paperOutputs
}

function notPermitted(session: OpenSession, kind: DocumentRequest['kind']): Refusal | null {
  if (kind === 'receipt') return notPermittedHere(session, 'reprint', 'cash-in')
  return isTableKind(kind) || kind === 'posting-guide' ? notPermittedHere(session, 'audit') : null
}

/** Who may have which paper, and in which form. */
function notGiven(session: OpenSession, { kind }: DocumentRequest, output: Output): Refusal | null {
  const refusal = notPermitted(session, kind)
  if (refusal) return refusal
  return outputsOf(kind).includes(output) ? null : { type: 'field-invalid', field: 'output', rule: 'not-one-of' }
}

/** Only receipts are counted: a statement says when it was printed and proves nothing else. */
function paperOf(
  { books }: OpenSession,
  document: DocumentRequest,
  { model, output }: { readonly model: DocumentModel; readonly output: string },
): PrintedPaper | null {
  if (document.kind !== 'receipt' || !isReceipt(model)) return null
  const { position } = present(recordAt(books.db, document.record), 'a receipt has its record')
  return { position, output, copy: model.copy }
}

/** The paper is remembered before it is given, so that a cut leaves one too few and never one too many. */
async function produceOnce(
  { documents, session: holder }: Installation,
  session: OpenSession,
  paper: PrintedPaper,
  job: DocumentJob,
): Produced {
  if (!takePaper(session.books.db, paper)) return refuse({ type: 'already-printed' })
  const giveBack = (): void => {
    if (holder.open() === session) returnPaper(session.books.db, paper)
  }
  try {
    const produced = await documents.produce(job)
    if (!produced.ok && !mayBeOnPaper(produced.refusal)) giveBack()
    return produced
  } catch (error) {
    giveBack()
    throw error
  }
}

const mayBeOnPaper = (refusal: Refusal): boolean =>
  refusal.type === 'printer-unreachable' && refusal.mayHavePrinted === true
