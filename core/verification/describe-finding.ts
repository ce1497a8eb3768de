import type { Finding, FindingType } from './finding.ts'

const sentences: Readonly<Record<FindingType, (where: string) => string>> = {
  'file-damaged': where => `The file itself is damaged: ${where}.`,
  'schema-object-missing': where => `The ${where} is missing from the file.`,
  'schema-object-altered': where => `The ${where} is not the one that this program makes.`,
  'schema-object-added': where => `The ${where} does not belong to the books.`,
  'log-unknown': where => `It belongs to log number ${where}, which the file does not know.`,
  'log-key-wrong': where => `The key kept for log ${where} is not the key that the log is named after.`,
  'log-not-admitted': where => `Head office never admitted log ${where} under the key that it is signed with.`,
  'log-differs': where => `What the file keeps of a log is not what the records say: ${where}.`,
  'record-missing': where => `It is missing: ${where}.`,
  'record-out-of-place': where => `It is not in its place: ${where}.`,
  'bytes-unreadable': where => `What is stored is not a readable record (${where}).`,
  'hash-wrong': () => 'Its bytes, or the records before it, are not the ones that its hash was made from.',
  'signature-wrong': () => 'Its signature is not the one of the log it stands in.',
  'cosignature-wrong': where => `The second signature, of staff member ${where}, is not theirs.`,
  'column-differs': where => `The column ${where} does not say what the signed bytes say.`,
  'entry-unbalanced': where => `Debits and credits of entry ${where} are not equal.`,
  'line-differs': where => `Line ${where} is not the line in the signed bytes.`,
  'running-balance-wrong': where => `The balance kept with line ${where} is not the balance after it.`,
  'line-without-record': where => `There are lines at place ${where} of the file, where there is no record.`,
  'receipt-gap': where => `The receipt numbers have a gap or a repetition: ${where}.`,
  'effect-refused': where => `It cannot have happened as it stands: ${where}.`,
  'custody-violated': where => `It touches savings account ${where}, which is in the custody of another device.`,
  'blob-missing': where => `The sealed attachment ${where} is missing.`,
  'blob-altered': where => `The sealed attachment ${where} has been altered.`,
  'marked-sent': where => `It is marked as sent to a server, and no server can have it: ${where}.`,
  'account-not-in-chart': where => `Something is booked to ${where}, which is no posting account of the chart.`,
  'control-differs': where => `The control account does not equal its sub-accounts: ${where}.`,
  'counters-unequal': where => `All that was debited does not equal all that was credited: ${where}.`,
  'projection-differs': where => `A stored figure is not what the journal makes of it: ${where}.`,
  'audit-chain-broken': where => `The audit trail is not the one that was written: ${where}.`,
  'audit-event-missing': where => `Events are missing from the audit trail ${where}.`,
  'head-missing': where => `The log ends before a record that is known to exist: ${where}.`,
  'head-differs': where => `Another record stands where a known one should: ${where}.`,
  'receipt-not-genuine': where => `The server's receipt for record ${where} was not signed by the server.`,
  'acknowledged-beyond-head': where =>
    `The server has acknowledged more of this installation's log than is here: ${where}.`,
  'receipt-missing': where => `Records count as sent without the server's receipt: ${where}.`,
  'head-office-key-wrong': where =>
    `The key kept for head office is not that of log ${where}, which founded the institution.`,
  'stream-head-wrong': where =>
    `What is kept of the server's word on a stream is not what it signed or sent: ${where}.`,
  'log-forked': where =>
    `The server holds another history of this installation's log and has stopped it: two files wrote under one key (evidence ${where}).`,
  'log-continued-elsewhere': () =>
    "The server holds later records of this installation's log than this file: the file is a copy, or came out of a backup.",
}

/** What is wrong, in an auditor's words; names the record first where there is one. */
export function describeFinding({ type, record, where }: Finding): string {
  const sentence = sentences[type](where)
  return record ? `Record no. ${record.seq} of log ${record.log}: ${sentence}` : sentence
}
