import type { Signer } from '../core/crypto/signing.ts'
import type { Environment } from '../core/environment.ts'
import type { Metrics } from './metrics.ts'
import type { Tenant } from './storage/open-tenant.ts'

/** What a route works with: one institution's database, the key that the server signs with, the clock, the counters. */
export interface TenantContext {
  readonly tenant: Tenant
  readonly server: Signer
  readonly environment: Environment
  readonly metrics: Metrics
}
