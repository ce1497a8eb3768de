import type { KycTier } from '../products/product-fields.ts'

/** What is known of a client that a tier asks for. */
export interface KnownOfClient {
  readonly hasPhone: boolean
  readonly hasIdNumber: boolean
  readonly hasPhoto: boolean
  readonly hasAddress: boolean
}

/**
 * How well a client is known, from the profile alone. 1: name and birth date, which every registration has. 2: an ID document's number
 * as well. 3: a photo, a phone number and an address besides. Rule: K5.
 */
export function kycTierOf({ hasPhone, hasIdNumber, hasPhoto, hasAddress }: KnownOfClient): KycTier {
  if (!hasIdNumber) return 1
  return hasPhone && hasPhoto && hasAddress ? 3 : 2
}
