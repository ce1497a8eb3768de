import { chainHash, genesisHash, isHashSigned } from '../../core/journal/chain.ts'
import { knownServer } from '../../core/sync/known-server.ts'
import { type OwnRecord, ownHashAt, ownRecordsAfter } from '../../core/sync/own-records.ts'
import { encodePushBatch } from '../../core/sync/push-batch.ts'
import { signedHeaders } from '../../core/sync/signed-request.ts'
import { compress } from '../../core/sync/wire-lines.ts'
import { connectedBranch } from '../core/sync/support/two-ends.ts'
import { type Branch, openForBusiness } from '../support/branch.ts'
import { removeFolder, type TestServer } from '../sync-server/support/server.ts'

export interface ServerIngest {
  readonly records: number
  /** Chain hash and Ed25519 check of the same records, nothing else: no server can be faster on one core. */
  readonly verifyPerSecond: number
  /** Batches of 500 over HTTP into the server's durable database until the receipt is back; client and server share the core. */
  readonly ingestPerSecond: number
  /** verifyPerSecond / ingestPerSecond: the figure. */
  readonly ratio: number
  /** Compressed request bodies, a record, in batches of so many deposits. */
  readonly wireBytesPerRecord: { readonly batchOf100: number; readonly batchOf3: number }
}

const recordsPerBatch = 500

/** A device's day, many times over: deposits by the real engine. */
function deposit({ must, currency }: Branch, accountId: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const amountMinor = BigInt(50_000 + ((n * 7919) % 400) * 100)
    must('officer', { type: 'savings.deposit', accountId, amountMinor, currency })
  }
}

function verifyPerSecond(records: readonly OwnRecord[], publicKey: Uint8Array): number {
  const start = performance.now()
  let before: Uint8Array = genesisHash
  for (const { bytes, signature } of records) {
    before = chainHash(before, bytes)
    if (!isHashSigned(publicKey, before, signature)) throw new Error('every record is signed')
  }
  return (records.length * 1000) / (performance.now() - start)
}

/** The mean over batches of the last records, each compressed by itself as it would be sent. */
function bytesPerRecord({ books }: Branch, batch: number, batches: number): number {
  const all = ownRecordsAfter(books.db, 0, 1_000_000)
  let bytes = 0
  for (let n = 1; n <= batches; n++) {
    const records = all.slice(all.length - batch * n, all.length - batch * (n - 1))
    const from = records[0]?.seq ?? 1
    bytes += compress(encodePushBatch({ from, previous: ownHashAt(books.db, from - 1) ?? genesisHash, records })).length
  }
  return Math.round(bytes / (batch * batches))
}

interface Prepared {
  readonly body: Uint8Array
  readonly count: number
}

/** The records after `seq` in batches as a device sends them, ready before the clock starts. */
function prepared({ books }: Pick<Branch, 'books'>, seq: number): readonly Prepared[] {
  const records = ownRecordsAfter(books.db, seq, recordsPerBatch)
  const last = records.at(-1)
  if (!last) return []
  const previous = ownHashAt(books.db, seq) ?? genesisHash
  const body = compress(encodePushBatch({ from: seq + 1, previous, records }))
  return [{ body, count: records.length }, ...prepared({ books }, last.seq)]
}

async function ingestPerSecond(server: TestServer, branch: Branch): Promise<number> {
  const known = knownServer(branch.books.db)
  if (!known) throw new Error('the branch is connected')
  const { logId: log, signer } = branch.desk('officer').log
  const path = `/v1/logs/${log}/records`
  const batches = prepared(branch, known.acknowledgedSeq)
  let counter = known.requestCounter
  const start = performance.now()
  for (const { body } of batches) {
    const headers = signedHeaders(signer, { method: 'POST', path, tenant: 'main', log, counter: ++counter, body })
    const answer = await fetch(server.url + path, { method: 'POST', headers, body: Buffer.from(body) })
    if (answer.status !== 200) throw new Error(await answer.text())
    await answer.arrayBuffer()
  }
  const elapsedMs = performance.now() - start
  return (batches.reduce((sum, { count }) => sum + count, 0) * 1000) / elapsedMs
}

/** Server ingest against the bare verify rate, and what a record costs on the line. */
export async function benchServerIngest(deposits = 3_000): Promise<ServerIngest> {
  const { branch, server } = await connectedBranch()
  const { accountId } = openForBusiness(branch)
  deposit(branch, accountId, deposits)
  const records = ownRecordsAfter(branch.books.db, 0, 1_000_000)
  const { publicKey } = branch.desk('officer').log.signer
  verifyPerSecond(records.slice(0, 500), publicKey)
  const verify = verifyPerSecond(records, publicKey)
  const ingest = await ingestPerSecond(server, branch)
  await server.close()
  removeFolder(server.folder)
  return {
    records: records.length,
    verifyPerSecond: Math.round(verify),
    ingestPerSecond: Math.round(ingest),
    ratio: Math.round((verify / ingest) * 100) / 100,
    wireBytesPerRecord: { batchOf100: bytesPerRecord(branch, 100, 10), batchOf3: bytesPerRecord(branch, 3, 30) },
  }
}
