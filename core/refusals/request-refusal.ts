import type { RecordRef } from '../journal/record.ts'

/** The command's shape is wrong; `field` is the path in the command, `rule` a stable word such as `not-positive`. */
export type ShapeRefusal = {
  readonly type: 'field-invalid'
  readonly field: string
  readonly rule: string
}

/** Another batch of many operations is under way. */
export type BulkRefusal = { readonly type: 'bulk-under-way' }

/** The key was used before, for a request that differs in `field`. */
export type IdentityRefusal = {
  readonly type: 'key-reused'
  readonly field: string
  readonly record: RecordRef
}
