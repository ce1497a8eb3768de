/** A device as the books know it, for what head office decides about it. */
export interface KnownDevice {
  readonly log: string
  readonly branchId: string
  readonly isRevoked: boolean
  /** The log that keeps what this one kept; null while none does. */
  readonly successor: string | null
}
