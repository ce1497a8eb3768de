import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { hex, runningSha256, sameBytes } from '../crypto/hash.ts'
import { controlSuffix } from '../export/export-books.ts'
import { lastLine } from '../export/file-head.ts'
import { type ReadControl, readControl, type WrittenFile } from '../export/signed-control.ts'

/**
 * Holds every file of an export against its control file, and that against its signature; needs neither the books nor a passphrase.
 * 0: whole; 1: not whole, or not of the device that was asked for; 2: no export. Rule: X13.
 */
export function checkExportFolder(folder: string, device: string | null): 0 | 1 | 2 {
  const found = statSync(folder, { throwIfNoEntry: false })
  const names = found?.isDirectory() ? readdirSync(folder) : []
  const controls = names.filter(name => name.endsWith(controlSuffix)).toSorted()
  if (controls.length === 0) {
    console.error(`There is no export in ${folder}: a control file (${controlSuffix.slice(1)}) is missing.`)
    return 2
  }
  const problems = controls.flatMap(name => checkSet(folder, name, device))
  const strangers = names.filter(name => !isNamed(folder, controls, name))
  const all = [...problems, ...strangers.map(name => `${name} does not belong to the export.`)]
  console.log(all.length === 0 ? `WHOLE. ${signers(folder, controls)}` : ['NOT WHOLE.', ...all].join('\n  '))
  return all.length === 0 ? 0 : 1
}

const controlOf = (folder: string, name: string): ReadControl | null =>
  readControl(readFileSync(path.join(folder, name), 'utf8'))

function checkSet(folder: string, name: string, device: string | null): readonly string[] {
  const control = controlOf(folder, name)
  if (!control) return [`${name} is damaged, or its signature does not fit what it says.`]
  const { signedBy } = control
  const isWanted = device === null || signedBy === device
  const stranger = isWanted ? [] : [`${name} is signed by ${signedBy ?? 'nobody'}, not by ${device}.`]
  const own = checkSideFile(folder, name, sha256OfFile(path.join(folder, name)))
  return [...stranger, ...own, ...control.files.flatMap(file => checkFile(folder, file, control.lines))]
}

function checkFile(
  folder: string,
  { name, bytes, sha256 }: WrittenFile,
  control: readonly string[],
): readonly string[] {
  const file = path.join(folder, name)
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return [`${name} is missing.`]
  if (sameBytes(sha256OfFile(file), sha256)) return checkSideFile(folder, name, sha256)
  const amount = size === bytes ? 'It was changed' : `It has ${size} bytes, and had ${bytes}`
  return [`${name} is not as it was written. ${amount}${tailText(file, control)}.`]
}

/** `NAME.sha256`, with which anybody's sha256sum checks the file. */
function checkSideFile(folder: string, name: string, sha256: Uint8Array): readonly string[] {
  const file = path.join(folder, `${name}.sha256`)
  const text = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : ''
  return text === `${hex(sha256)}  ${name}\n` ? [] : [`${name}.sha256 is missing, or is not that of ${name}.`]
}

/** What the end of a plain-text file says of itself. */
function tailText(file: string, control: readonly string[]): string {
  if (!/\.(?:journal|beancount)$/.test(file)) return ''
  const expected = [...control.map(line => `; ${line}`), lastLine, ''].join('\n')
  const tail = readFileSync(file).subarray(-Buffer.byteLength(expected)).toString('utf8')
  if (tail === expected) return ''
  return tail.endsWith(`${lastLine}\n`) ? '; its control block has other figures' : '; its control block is cut off'
}

const pieceBytes = 1_048_576

function sha256OfFile(file: string): Uint8Array {
  const hash = runningSha256()
  const piece = new Uint8Array(pieceBytes)
  const descriptor = openSync(file, 'r')
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(descriptor)
  }
  return hash.digest()
}

const isNamed = (folder: string, controls: readonly string[], name: string): boolean => {
  const bare = name.replace(/\.sha256$/, '')
  return controls.includes(bare) || controls.some(one => controlOf(folder, one)?.files.some(file => file.name === bare))
}

function signers(folder: string, controls: readonly string[]): string {
  const logs = new Set(controls.map(name => controlOf(folder, name)?.signedBy ?? null))
  if (logs.has(null)) return 'It is not signed: whoever changed it could have made its checksums anew.'
  return `Signed by device ${[...logs].join(', ')}. Compare this with the devices of the institution, or give it to --device.`
}
