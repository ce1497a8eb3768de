import type { TFunction } from 'i18next'
import type { FindingType } from '../../../core/verification/finding.ts'

/** What kind of thing is wrong, in plain words; the place beside it is for whoever repairs the file. */
const faults: Readonly<Record<FindingType, Fault>> = {
  'file-damaged': 'file',
  'schema-object-missing': 'file',
  'schema-object-altered': 'file',
  'schema-object-added': 'file',
  'log-unknown': 'record',
  'log-key-wrong': 'signature',
  'log-differs': 'figure',
  'marked-sent': 'server',
  'log-not-admitted': 'signature',
  'record-missing': 'record',
  'record-out-of-place': 'record',
  'bytes-unreadable': 'record',
  'hash-wrong': 'signature',
  'signature-wrong': 'signature',
  'cosignature-wrong': 'signature',
  'column-differs': 'figure',
  'entry-unbalanced': 'figure',
  'line-differs': 'figure',
  'running-balance-wrong': 'figure',
  'line-without-record': 'figure',
  'receipt-gap': 'figure',
  'effect-refused': 'figure',
  'custody-violated': 'figure',
  'blob-missing': 'attachment',
  'blob-altered': 'attachment',
  'account-not-in-chart': 'account',
  'control-differs': 'account',
  'counters-unequal': 'account',
  'projection-differs': 'figure',
  'audit-chain-broken': 'trail',
  'audit-event-missing': 'trail',
  'head-missing': 'server',
  'head-differs': 'server',
  'receipt-not-genuine': 'server',
  'acknowledged-beyond-head': 'server',
  'receipt-missing': 'server',
  'head-office-key-wrong': 'server',
  'stream-head-wrong': 'server',
  'log-forked': 'server',
  'log-continued-elsewhere': 'server',
}

type Fault = 'file' | 'record' | 'signature' | 'figure' | 'attachment' | 'account' | 'server' | 'trail'

export const faultWord = (t: TFunction<'audit'>, type: FindingType): string => t(`fault-${faults[type]}`)
