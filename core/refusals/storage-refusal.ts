export type StorageRefusal =
  | { readonly type: 'storage-full' }
  | { readonly type: 'storage-unavailable'; readonly code: string }
  | { readonly type: 'engine-failed' }
  /** The engine died before it answered: the operation under this key was recorded or it was not; the query `outcome` tells. */
  | { readonly type: 'outcome-unknown'; readonly key?: string }
