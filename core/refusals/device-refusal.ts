export type DeviceRefusal =
  | { readonly type: 'device-unknown' }
  | { readonly type: 'device-is-head-office' }
  | { readonly type: 'device-already-revoked' }
  | { readonly type: 'device-not-revoked' }
  | { readonly type: 'device-already-replaced' }
  | { readonly type: 'device-of-other-branch' }
  /** The server has not yet confirmed the revocation, or what it held until then is not here. */
  | { readonly type: 'revocation-not-settled' }
