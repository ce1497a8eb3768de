import { base64url, hex, utf8 } from '../../../core/crypto/hash.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { type Signer, signerOf } from '../../../core/crypto/signing.ts'
import { readEnrolmentCode } from '../../../core/enrolment/enrolment-code.ts'
import { certifyServer, codeSigner, proveInvitation } from '../../../core/enrolment/invitation.ts'
import { chainHash, genesisHash, signHash } from '../../../core/journal/chain.ts'
import { encodeRecord } from '../../../core/journal/encode-record.ts'
import type { JournalRecord } from '../../../core/journal/record.ts'
import { encodePushBatch, type SentRecord } from '../../../core/sync/push-batch.ts'
import { signedHeaders } from '../../../core/sync/signed-request.ts'
import { compress, readJson } from '../../../core/sync/wire-lines.ts'
import { setFoundingKey } from '../../../sync-server/storage/enrolments.ts'
import { testEnvironment } from '../../support/deterministic-environment.ts'
import type { TestServer } from './server.ts'

export interface SignedRecord extends SentRecord {
  readonly seq: number
  readonly hash: Uint8Array
}

export interface Reply {
  readonly status: number
  readonly json: { readonly type?: string; readonly [field: string]: unknown }
  readonly bytes: Uint8Array
  readonly headers: Headers
}

export interface Call {
  readonly method?: string
  readonly body?: Uint8Array
  readonly counter?: number
  readonly tenant?: string
  /** Changes the request after it was signed. */
  readonly tamper?: (request: { path: string; headers: Record<string, string>; body: Uint8Array }) => {
    path: string
    headers: Record<string, string>
    body: Uint8Array
  }
}

/** A log with its key and a hand for making requests, good and bad; no client code takes part. */
export interface HandDevice {
  readonly signer: Signer
  readonly log: string
  readonly records: SignedRecord[]
  readonly environment: ReturnType<typeof testEnvironment>
  readonly write: (over?: Partial<JournalRecord>) => SignedRecord
  readonly call: (path: string, call?: Call) => Promise<Reply>
  readonly push: (from: number, to?: number) => Promise<Reply>
  /** With a code as a person has it, or with the key that follows from it (which saves the hardening). */
  readonly enrol: (code: string | Signer) => Promise<Reply>
}

const account = '01890000-0000-7000-8000-000000000001'

export function handDevice(server: TestServer, seed: string): HandDevice {
  const environment = testEnvironment(seed)
  const signer = signerOf(environment.randomBytes(32))
  const log = logIdOf(signer.publicKey)
  const records: SignedRecord[] = []
  let lastCounter = 0
  const call = async (
    path: string,
    { method = 'GET', body = new Uint8Array(), counter, tenant = 'main', tamper }: Call = {},
  ) => {
    const used = counter ?? ++lastCounter
    if (counter !== undefined) lastCounter = Math.max(lastCounter, counter)
    const content = { method, path, tenant, log, counter: used, body }
    const honest = { path, headers: { ...signedHeaders(signer, content) } as Record<string, string>, body }
    const sent = tamper ? tamper(honest) : honest
    const response = await fetch(server.url + sent.path, {
      method,
      headers: { ...sent.headers, ...(method === 'GET' ? {} : { 'content-type': 'application/octet-stream' }) },
      body: method === 'GET' ? null : Buffer.from(sent.body),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, bytes, headers: response.headers, json: (readJson(bytes) ?? {}) as Reply['json'] }
  }
  const write = (over: Partial<JournalRecord> = {}): SignedRecord => {
    const seq = records.length + 1
    const record: JournalRecord = { ...minimal(log, seq, environment), ...over }
    const bytes = encodeRecord(record)
    const hash = chainHash(records.at(-1)?.hash ?? genesisHash, bytes)
    const made = { seq, hash, bytes, signature: signHash(signer, hash) }
    records.push(made)
    return made
  }
  const push = (from: number, to = records.length) => {
    const previous = records[from - 2]?.hash ?? genesisHash
    const body = compress(encodePushBatch({ from, previous, records: records.slice(from - 1, to) }))
    return call(`/v1/logs/${log}/records`, { method: 'POST', body })
  }
  const enrol = (code: string | Signer) => {
    const coded = typeof code === 'string' ? codedBy(code) : code
    return call('/v1/enrol', { method: 'POST', body: enrolmentBody(server, signer, coded) })
  }
  return { signer, log, records, environment, write, call, push, enrol }
}

/** What a device sends to be enrolled: its new key, and the proof that its owner knows the code. */
export const enrolmentBody = (server: TestServer, signer: Signer, coded: Signer): Uint8Array =>
  utf8(
    JSON.stringify({
      v: 1,
      codeKey: base64url(coded.publicKey),
      publicKey: base64url(signer.publicKey),
      proof: base64url(proveInvitation(coded, signer.publicKey)),
      certificate: base64url(certifyServer(signer, server.house.server.publicKey)),
    }),
  )

function codedBy(text: string): Signer {
  const code = readEnrolmentCode(text)
  if (!code) throw new Error('no code')
  return codeSigner(code)
}

/** The institution's first device, enrolled without the slow hardening of a typed code. */
export async function headOffice(
  server: TestServer,
  seed: string,
  code = signerOf(new Uint8Array(32)),
): Promise<HandDevice> {
  const device = handDevice(server, seed)
  setFoundingKey(server.main.db, code.publicKey)
  const answer = await device.enrol(code)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.json))
  return device
}

/** A plain, balanced operation of 10.00. */
function minimal(log: string, seq: number, { newId, now }: ReturnType<typeof testEnvironment>): JournalRecord {
  return {
    v: 1,
    log,
    seq,
    key: newId(),
    requestHash: 'AAAAAAAAAAAAAAAAAAAAAA',
    type: 'savings.deposited',
    typeVersion: 1,
    class: 'fact',
    actor: account,
    branch: account,
    businessDate: '2026-03-02' as JournalRecord['businessDate'],
    valueDate: '2026-03-02' as JournalRecord['valueDate'],
    recordedAt: now(),
    streams: [`branch/${account}`],
    entries: [
      {
        description: 'Cash deposit',
        lines: [
          { account: '1120', amountMinor: 1000n, currency: 'KES' as never },
          { account: '2110', subAccount: account, amountMinor: -1000n, currency: 'KES' as never },
        ],
      },
    ],
    body: { amountMinor: '1000' },
  }
}

export const hashText = ({ hash }: { readonly hash: Uint8Array }): string => hex(hash)
