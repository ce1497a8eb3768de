import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { hex, runningSha256, utf8 } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { flushFolder } from './installation-folder.ts'
import { makeNewFolder, type NoFolder } from './new-folder.ts'

/** A new folder that an export fills. Nothing that is there already is ever overwritten. */
export interface ExportFolder {
  readonly path: string
  readonly create: (name: string) => ExportFile
  /** Takes back all that it wrote, and nothing that others put there meanwhile, when the export did not come to its end. */
  readonly discard: () => void
}

/** A file that is written from its beginning to its end, with the SHA-256 of it in a file beside it (`NAME.sha256`, as sha256sum reads it). */
export interface ExportFile {
  readonly writeLine: (line: string) => void
  readonly write: (bytes: Uint8Array) => void
  /** The file is on the disk when this returns. */
  readonly close: () => { readonly name: string; readonly bytes: number; readonly sha256: Uint8Array }
}

/** Makes `nexum-export-...`, or what else it holds, in a folder that exists, such as a memory stick's. */
export function makeExportFolder(
  parent: string,
  now: string,
  holds: 'export' | 'results' | 'paper' = 'export',
): Result<ExportFolder, NoFolder> {
  const made = makeNewFolder(parent, `nexum-${holds}`, now)
  return made.ok ? ok(exportFolder(made.value, true)) : made
}

/** Fills a folder at a path, which is made when it is not there. Refuses one that holds anything. */
export function openExportFolder(folder: string): Result<ExportFolder, 'not-a-folder' | 'not-empty'> {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) return refuse('not-a-folder')
  if (found && readdirSync(folder).length > 0) return refuse('not-empty')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return ok(exportFolder(folder, !found))
}

function exportFolder(folder: string, isNew: boolean): ExportFolder {
  const open = new Set<number>()
  const written: string[] = []
  return {
    path: folder,
    create: name => exportFile(path.join(folder, name), open, written),
    discard: () => {
      for (const descriptor of open) closeSync(descriptor)
      open.clear()
      for (const file of written) rmSync(file, { force: true })
      if (isNew && readdirSync(folder).length === 0) rmdirSync(folder)
    },
  }
}

const pieceMin = 65_536

/** Where something lies already, this fails, and nothing is written down as ours. */
function newFile(file: string, written: string[]): number {
  const descriptor = openSync(file, 'wx', 0o600)
  written.push(file)
  return descriptor
}

function exportFile(file: string, open: Set<number>, written: string[]): ExportFile {
  const name = path.basename(file)
  const descriptor = newFile(file, written)
  open.add(descriptor)
  const hash = runningSha256()
  let bytes = 0
  let piece = ''
  const add = (content: Uint8Array): void => {
    hash.update(content)
    writeAll(descriptor, content)
    bytes += content.byteLength
  }
  const flush = (): void => {
    add(utf8(piece))
    piece = ''
  }
  return {
    writeLine: line => {
      piece += `${line}\n`
      if (piece.length >= pieceMin) flush()
    },
    write: content => {
      flush()
      add(content)
    },
    close: () => {
      flush()
      fsyncSync(descriptor)
      closeSync(descriptor)
      open.delete(descriptor)
      const sha256 = hash.digest()
      writeWhole(newFile(`${file}.sha256`, written), `${hex(sha256)}  ${name}\n`)
      flushFolder(path.dirname(file))
      return { name, bytes, sha256 }
    },
  }
}

function writeWhole(descriptor: number, text: string): void {
  try {
    writeAll(descriptor, utf8(text))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength; ) written += writeSync(descriptor, bytes, written)
}
