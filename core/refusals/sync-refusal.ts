export type SyncRefusal =
  | { readonly type: 'server-unreachable' }
  | { readonly type: 'server-address-insecure' }
  | { readonly type: 'already-connected' }
  | { readonly type: 'not-connected' }
  | { readonly type: 'log-frozen' }
  | { readonly type: 'device-revoked' }
  /** The server takes the records of this device: there is no reason to join again. */
  | { readonly type: 'device-in-order' }
  | {
      readonly type: 'invitation-refused'
      readonly reason: 'unknown' | 'used' | 'expired' | 'wrong-institution'
    }
