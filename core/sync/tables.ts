/** The columns of the sync tables, for Kysely; their DDL stands in `sync-tables.ts` of the storage. */
declare module '../storage/tables.ts' {
  interface Tables {
    sync_server: SyncServerTable
    server_receipt: { seq: number; hash: Uint8Array; cursor: number; server_time: string; signature: Uint8Array }
    stream_cursor: { stream: string; n: number; running_hash: Uint8Array }
    stream_head: { stream: string; n: number; running_hash: Uint8Array; signature: Uint8Array; contradicted: number }
    quarantined_record: {
      log_id: string
      seq: number
      hash: Uint8Array
      signature: Uint8Array
      bytes: Uint8Array
      reason: string
      received_at: string
    }
    /** Logs that the server found to have two histories: told to head office alone. */
    forked_log: { log_id: string; evidence: string; found_at: string }
    blob_wanted: { hash: string; subject: string; name: string; bytes: Uint8Array }
  }
}

export interface SyncServerTable {
  id: number
  url: string
  tenant: string
  public_key: Uint8Array
  head_office_key: Uint8Array
  request_counter: number
  acknowledged_seq: number
  last_contact_at: string | null
  /** The server's time, by its signature, at which all that head office had said was here; grants last from it. */
  reference_current_at: string | null
  /** The server's evidence that this log has two histories, or `continued-elsewhere`; null while all is well. */
  frozen_evidence: string | null
  /** 1 once the server has said that head office took this device out. */
  is_revoked: number
}
