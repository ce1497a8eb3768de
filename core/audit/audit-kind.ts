/** What an event of the audit trail can be. */
export const auditKinds = [
  'signed-in',
  'passphrase-refused',
  'locked',
  'signed-out',
  'refused',
  'foreseen',
  'cosigned',
  'approved',
  'declined',
  'viewed',
  'produced',
  'exported',
  'verified',
  'passphrase-changed',
  'settings-changed',
] as const
export type AuditKind = (typeof auditKinds)[number]
