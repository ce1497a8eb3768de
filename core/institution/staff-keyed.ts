import type { Decision } from '../decision/decision.ts'

/** From this record on a person has this key at the log's own installation, in place of the one before. */
export const staffKeyed = (body: { readonly staffId: string; readonly publicKey: string }): Decision => ({
  type: 'staff.keyed',
  class: 'decision',
  entries: [],
  body: { ...body },
  isReference: true,
})
