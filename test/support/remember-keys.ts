import path from 'node:path'
import Sqlite from 'better-sqlite3'

type Pragma = Sqlite.Database['pragma']
const pragma: Pragma & { readonly remembers?: true } = Sqlite.prototype.pragma
const keys = new Map<string, readonly Uint8Array[]>()

const keysTriedOn = (file: string): readonly Uint8Array[] => keys.get(file) ?? []

/** Every key under which a file of the folder, or of one in it, was opened in this process, or tried to be; of each file the newest first. */
export const keysTriedIn = (folder: string): readonly Uint8Array[] =>
  [...keys].flatMap(([file, tried]) => (file.startsWith(`${folder}${path.sep}`) ? tried : []))

/** Set up before the tests of each process: which keys the files of books were opened with, so that they can be proved afterwards. */
const remembering: Pragma = function (this: Sqlite.Database, source, options) {
  const [, key] = /^(?:re)?key = 'raw:([0-9a-f]{64})'$/.exec(source) ?? []
  if (key !== undefined) keys.set(this.name, [Buffer.from(key, 'hex'), ...keysTriedOn(this.name)])
  return pragma.call(this, source, options)
}

if (!pragma.remembers) Sqlite.prototype.pragma = Object.assign(remembering, { remembers: true as const })
