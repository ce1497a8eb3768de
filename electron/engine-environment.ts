import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** What the system needs to find its files, names and certificates. Nothing else of our surroundings reaches the engine. */
const passedOn = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'NODE_EXTRA_CA_CERTS',
]
const bindingVariable = 'NEXUM_SQLITE_BINDING'

export function engineEnvironment(): Record<string, string> {
  const binding = databaseAddon()
  const variables = passedOn.map(name => [name, process.env[name]] as const)
  const all = [...variables, [bindingVariable, binding] as const]
  return Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** A package built on an older Electron brings the database addon compiled for it; a newer one needs none. */
function databaseAddon(): string | undefined {
  if (!app.isPackaged) return process.env[bindingVariable]
  const packaged = path.join(process.resourcesPath, 'better_sqlite3.node')
  return fs.existsSync(packaged) ? packaged : undefined
}
