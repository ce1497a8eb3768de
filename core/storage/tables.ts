/**
 * The columns of every table, for Kysely. Columns that end in `_minor` hold amounts and are `bigint` in code;
 * every other integer is a safe `number`. The DDL in `schema.ts` is the other half of this pair.
 */
export interface Tables {
  log: {
    log_no: number
    log_id: string
    public_key: Uint8Array
    device_code: string
    own: number
  }
  record: RecordTable
  line: LineTable
  blob: {
    hash: string
    subject: string
    name: string
    bytes: Uint8Array
    sent: number
  }
  subject_key: { subject: string; key: Uint8Array; sent: number }
  balance: BalanceTable
  ledger_day: LedgerDayTable
  value_dated: LedgerDayTable & { value_date: string }
  /** The debits of a log's records up to the newest one of a run of records; see `log-turnover.ts`. */
  log_turnover: { log_no: number; currency: string; block: number; debit_minor: bigint }
  /** In which runs of records a type, a person or a business date stands; see `journal-words.ts`. */
  journal_word: { word: string; block: number }
  institution: {
    institution_id: string
    name: string
    country: string
    currency: string
    head_office_log: string
  }
  branch: { branch_id: string; code: string; name: string; vault_id: string }
  ledger_account: LedgerAccountTable
  ledger_account_version: LedgerAccountVersionTable
  journal_template: JournalTemplateTable
  recurring_journal: RecurringJournalTable
  product: { product_id: string; version: number; body: string }
  staff: StaffTable
  staff_key: StaffKeyTable
  device: {
    log_id: string
    branch_id: string
    device_code: string
    staff_id: string
    admitted_position: number
    revoked_position: number | null
    /** The device that keeps what this one kept. */
    successor: string | null
  }
  invitation: InvitationTable
  business_day: {
    log_no: number
    date: string
    branch_id: string
    opened_position: number
    closed_position: number | null
  }
  drawer: DrawerTable
  client: ClientTable
  /**
   * The folded words of the name; the `ascii` tokenizer takes every letter of every script as it is. `rowid` is the position of the
   * registration: FTS5 finds by it, not by other columns.
   */
  client_search: { rowid: number; client_id: string; words: string }
  /** What a client or an account is found by besides the name, with the position of its registration or opening. */
  search_key: { key: string; position: number }
  savings_account: SavingsAccountTable
  withdrawal_day: { account_id: string; date: string; amount_minor: bigint }
  hold: HoldTable
  reversal: { position: number; reversed_by: number }
  approval: ApprovalTable
  reprint: { position: number; copies: number }
  number_series: { series: string; last: number }
  pending_record: {
    log_no: number
    seq: number
    position: number
    type: string
    type_version: number
    reason: string
  }
  draft: { staff_id: string; form: string; body: string; saved_at: string }
  setting: { name: string; value: string }
  printed_paper: { position: number; output: string; copy: number }
}

export interface RecordTable {
  position: number
  log_no: number
  seq: number
  key: string
  type: string
  class: string
  actor: string
  branch: string
  business_date: string
  value_date: string
  recorded_at: string
  receipt: number | null
  hash: Uint8Array
  signature: Uint8Array
  bytes: Uint8Array
}

export interface LineTable {
  position: number
  entry_no: number
  line_no: number
  account: string
  sub_account: string | null
  currency: string
  amount_minor: bigint
  /** The sub-account's balance (debits minus credits) after this line, null without a sub-account. */
  balance_minor: bigint | null
  booking_date: string
  value_date: string
}

/** All that was ever debited and credited, and what waits to be, never netted; a ledger account's own row has the empty sub-account. */
export interface BalanceTable {
  sub_account: string
  account: string
  currency: string
  branch: string
  debit_minor: bigint
  credit_minor: bigint
  pending_debit_minor: bigint
  pending_credit_minor: bigint
  /** The newest booking date of its lines. */
  moved_on: string
}

/**
 * A ledger account's counters as they stood at the end of a past booking date on which it moved; those of the newest such date
 * stand in `balance`. In `value_dated`: only what moved with that pair of dates, where the two differ.
 */
export interface LedgerDayTable {
  account: string
  currency: string
  branch: string
  booking_date: string
  debit_minor: bigint
  credit_minor: bigint
}

export interface LedgerAccountTable {
  code: string
  name: string
  type: string
  parent: string | null
  posting: number
  control: string | null
  closed: number
  version: number
}

/** What an account was called, where it stood, and whether it took lines, from a record on. */
export interface LedgerAccountVersionTable {
  code: string
  version: number
  name: string
  parent: string | null
  closed: number
  position: number
}

export interface JournalTemplateTable {
  template_id: string
  version: number
  name: string
  body: string
  retired: number
}

/** `posted` counts the due dates that were posted: they are posted in their order, so it tells which is next. */
export interface RecurringJournalTable {
  recurring_id: string
  template_id: string
  template_version: number
  branch_id: string
  total_minor: bigint | null
  frequency: string
  starts_on: string
  ends_on: string | null
  times: number | null
  posted: number
  stopped: number
}

export interface StaffTable {
  staff_id: string
  code: string
  name: string
  role: string
  limits: string
  grant_valid_until: string
  status: string
  /** Where the person works. */
  branch_id: string
}

/** A person has one key at an installation at a time; records of its log are co-signed with it from that record on. */
export interface StaffKeyTable {
  staff_id: string
  log_id: string
  since_position: number
  public_key: Uint8Array
}

export interface InvitationTable {
  invite_id: string
  code_key: string
  staff_id: string
  branch_id: string
  device_code: string
  expires_on: string
  redeemed_by: string | null
}

export interface DrawerTable {
  drawer_id: string
  log_no: number
  staff_id: string
  branch_id: string
  currency: string
  date: string
  float_minor: bigint
  opened_position: number
  closed_position: number | null
  counted: string | null
  difference_minor: bigint | null
}

export interface ClientTable {
  client_id: string
  number: string
  branch_id: string
  name: string
  name_folded: string
  birth_date: string
  phone: string | null
  id_number_folded: string | null
  profile_hash: string
  photo_hash: string | null
  registered_position: number
  registered_on: string
}

export interface SavingsAccountTable {
  account_id: string
  number: string
  client_id: string
  branch_id: string
  product_id: string
  product_version: number
  control_account: string
  currency: string
  status: string
  custodian_log: string
  custody_epoch: number
  opened_position: number
  opened_on: string
}

export interface HoldTable {
  hold_id: string
  account_id: string
  amount_minor: bigint
  reason: string
  placed_position: number
  placed_on: string
  /** The last day that it counts on. */
  expires_on: string | null
  resolved_position: number | null
  /** How it ended: released, captured or expired. */
  resolution: string | null
  captured_minor: bigint
}

export interface ApprovalTable {
  request_position: number
  command_key: string
  command_type: string
  amount_minor: bigint
  currency: string
  subject: string
  requested_by: string
  decided_position: number | null
}
