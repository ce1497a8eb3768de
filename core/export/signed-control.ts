import { base64url, fromBase64url, fromHex, hex, joinBytes, utf8 } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'
import { type ControlBlock, controlLines } from './control-block.ts'
import { exportVersion } from './export-writer.ts'

/** A file of the export as it was written. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: Uint8Array
}

const signatureTag = utf8('nexum-export-1\0')

/**
 * The text of the control file: the control block, each file with its SHA-256, and the signature of the device that exported, over all
 * of that. Without the device's key (books opened elsewhere) it is unsigned and says so. Rules: X12, X13.
 */
export function controlText(
  control: ControlBlock,
  files: readonly WrittenFile[],
  { now, signer }: { readonly now: string; readonly signer: Signer | null },
): string {
  const body = [
    exportVersion,
    ...controlLines(control),
    ...files.map(({ name, bytes, sha256 }) => `file ${name} ${bytes} bytes sha256 ${hex(sha256)}`),
    `made ${now}`,
    signer ? `device ${logIdOf(signer.publicKey)} key ${base64url(signer.publicKey)}` : 'device none',
    '',
  ].join('\n')
  if (!signer) return body
  return `${body}signature ${base64url(signer.sign(signedBytes(body)))}\n`
}

const signedBytes = (body: string): Uint8Array => joinBytes(signatureTag, utf8(body))

/** What a control file states. `signedBy` is the log id of the device whose key signed it; null when nobody did. */
export interface ReadControl {
  readonly signedBy: string | null
  readonly files: readonly WrittenFile[]
  /** The control block as it must stand at the end of each plain-text file. */
  readonly lines: readonly string[]
}

/** Reads a control file. Null when it is none, is cut off, or its signature does not fit its text. */
export function readControl(text: string): ReadControl | null {
  const [, body = '', signature] =
    /^(nexum-export-1\n[\s\S]*\ndevice [^\n]+\n)(?:signature ([\w-]{86})\n)?$/.exec(text) ?? []
  const [, logId = null, key = ''] = /\ndevice ([a-z2-7]{26}) key ([\w-]{43})\n$/.exec(body) ?? []
  if (body === '' || (logId === null) !== (signature === undefined)) return null
  if (signature !== undefined) {
    const publicKey = fromBase64url(key)
    const isGenuine = isSignedBy(publicKey, signedBytes(body), fromBase64url(signature))
    if (!isGenuine || logIdOf(publicKey) !== logId) return null
  }
  const files = [...body.matchAll(/^file (\S+) (\d+) bytes sha256 ([0-9a-f]{64})$/gm)]
  const lines = body.split('\n').filter(line => /^(?:books|branch|value-dates|turnover|counts|log) /.test(line))
  return {
    signedBy: logId,
    files: files.map(([, name = '', bytes, sha256 = '']) => ({ name, bytes: Number(bytes), sha256: fromHex(sha256) })),
    lines,
  }
}
