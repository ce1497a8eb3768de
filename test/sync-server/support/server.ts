import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Signer, signerOf } from '../../../core/crypto/signing.ts'
import { foundingCode } from '../../../sync-server/founding-code.ts'
import type { House } from '../../../sync-server/house.ts'
import { countingMetrics } from '../../../sync-server/metrics.ts'
import { openTenant, type Tenant } from '../../../sync-server/storage/open-tenant.ts'
import { syncServer } from '../../../sync-server/sync-server.ts'
import { type TestEnvironment, testEnvironment } from '../../support/deterministic-environment.ts'

export interface TestServer {
  readonly url: string
  readonly folder: string
  readonly house: House
  readonly app: FastifyInstance
  readonly environment: TestEnvironment
  readonly main: Tenant
  readonly code: (tenant?: Tenant) => string
  /** Stops it; fails when the server met something inside that it could not explain. */
  readonly close: () => Promise<void>
}

export interface TestServerOptions {
  readonly folder?: string
  readonly requestsPerMinute?: number
  readonly deviceRequestsPerMinute?: number
  readonly tenants?: readonly string[]
  readonly server?: Signer
  readonly port?: number
}

/** The key of each server that is given no other: its codes are the same in every test, and so are stretched once. */
const usualServer = signerOf(new Uint8Array(32).fill(0x5e))

/** The real server on a loopback port, with real SQLite files in a folder of its own. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'sync-server-'))
  const environment = testEnvironment('server', '2026-03-02T08:00:00.000Z')
  const open = (name: string): Tenant => openTenant(name, join(folder, `${name}.db`))
  const tenants = new Map((options.tenants ?? ['main']).map(name => [name, open(name)]))
  const server = options.server ?? usualServer
  const house: House = { tenants, server, environment, metrics: countingMetrics(), operatorToken: 'operator' }
  const failures: unknown[] = []
  const app = await syncServer({
    house,
    tls: null,
    proxy: 'of-this-machine',
    requestsPerMinute: options.requestsPerMinute ?? 100_000,
    deviceRequestsPerMinute: options.deviceRequestsPerMinute ?? 100_000,
    onFailure: error => failures.push(error),
  })
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { port } = app.server.address() as AddressInfo
  const main = tenants.get('main')
  if (!main) throw new Error('the server has its main tenant')
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    house,
    app,
    environment,
    main,
    code: (tenant = main) => foundingCode({ tenant, server, environment }) ?? '',
    close: async () => {
      if (failures.length > 0) throw new Error(`the server failed inside: ${failures.map(String).join('; ')}`)
      await app.close()
      for (const { db } of tenants.values()) db.close()
    },
  }
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
