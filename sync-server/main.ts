import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { keyFingerprint } from '../core/enrolment/enrolment-code.ts'
import type { Environment } from '../core/environment.ts'
import { foundingCode } from './founding-code.ts'
import type { House } from './house.ts'
import { countingMetrics } from './metrics.ts'
import { openServerFolder } from './server-folder.ts'
import { readSettings, type Settings, usage } from './settings.ts'
import { syncServer } from './sync-server.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)

const environment: Environment = { now: () => new Date().toISOString(), newId: v7, randomBytes }

/** What went wrong, for the operator's log: the kind and the place in the program, never what a device sent. */
function tellFailure(error: unknown): void {
  const kind = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
  const place = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : ''
  warn(`${environment.now()} failure ${kind} ${place}`)
}

async function run(settings: Settings): Promise<void> {
  const { server, operatorToken, tokenFile, tenants } = openServerFolder(settings.folder)
  const house: House = { tenants, server, environment, metrics: countingMetrics(), operatorToken }
  const tls = settings.tls && { key: readFileSync(settings.tls.keyFile), cert: readFileSync(settings.tls.certFile) }
  const { requestsPerMinute, deviceRequestsPerMinute } = settings
  const proxy = settings.isTlsInFront ? 'in-front' : 'of-this-machine'
  const app = await syncServer({
    house,
    tls,
    proxy,
    requestsPerMinute,
    deviceRequestsPerMinute,
    onFailure: tellFailure,
  })
  const address = await app.listen({ host: settings.host, port: settings.port })
  say(`Server key ${keyFingerprint(server.publicKey)}; the operator's token for /metrics is in ${tokenFile}`)
  for (const tenant of tenants.values()) {
    const code = foundingCode({ tenant, server, environment })
    if (code) say(`Nobody is enrolled yet. Founding code for head office, good once: ${code}`)
  }
  if (settings.isTlsInFront)
    warn(
      `Warning: plain HTTP at ${settings.host}. Let nothing but your TLS proxy reach it; devices take no other address than https.`,
    )
  say(`Nexum sync server at ${address}`)
  const stop = async (): Promise<void> => {
    await app.close()
    for (const { db } of tenants.values()) db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

const settings = readSettings(process.argv.slice(2))
if (settings.ok) await run(settings.value)
else {
  warn(`${settings.refusal}\n${usage}`)
  process.exitCode = 64
}
