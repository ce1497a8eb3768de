import type { OfSomebody } from './of-somebody.ts'

export type SessionRefusal =
  | { readonly type: 'no-institution' }
  | { readonly type: 'institution-exists' }
  | { readonly type: 'locked' }
  | { readonly type: 'sign-in-refused'; readonly waitSeconds: number }
  | { readonly type: 'sign-in-too-soon'; readonly waitSeconds: number }
  | { readonly type: 'staff-code-taken'; readonly code: string }
  | { readonly type: 'staff-unknown' }
  | ({ readonly type: 'staff-suspended' } & OfSomebody)
  | { readonly type: 'cosign-own-operation' }
  /** The recovery code was typed where only the person's own passphrase counts. */
  | { readonly type: 'passphrase-wanted' }
  /** What read the books for long was ended, so that they could get another key at once. */
  | { readonly type: 'export-ended' }
  | { readonly type: 'own-passphrase' }
  | { readonly type: 'not-head-office' }
