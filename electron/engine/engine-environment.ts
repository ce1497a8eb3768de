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

/** A package brings the database addon that its own Electron loads; while developing, the runtime says where one lies. */
const databaseAddon = (): string | undefined => (app.isPackaged ? undefined : process.env[bindingVariable])
