export type AuditRefusal =
  | { readonly type: 'sample-empty' }
  | { readonly type: 'working-paper-unknown' }
  | { readonly type: 'working-paper-elsewhere'; readonly deviceCode: string }
  | { readonly type: 'not-in-sample' }
