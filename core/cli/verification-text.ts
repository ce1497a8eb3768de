import { hex } from '../crypto/hash.ts'
import { isCurrencyCode } from '../money/currency.ts'
import { formatAmount } from '../money/format-amount.ts'
import { describeFinding } from '../verification/describe-finding.ts'
import type { TrialBalanceLine, Verification, VerifiedLog } from '../verification/verification.ts'

const progressEvery = 10_240

/** A line that counts, on a terminal, while a large file is read. */
export function printProgress(done: number, total: number): void {
  if (!process.stderr.isTTY || (done % progressEvery !== 0 && done !== total)) return
  const count = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} records`
  process.stderr.write(done < total ? `\r${count}` : `\r${' '.repeat(count.length)}\r`)
}

/** What was checked and what came of it, for a person at a terminal. */
export function verificationText(
  verification: Verification,
  { file, code, isWritten }: { readonly file: string; readonly code: string; readonly isWritten: boolean },
): string {
  const { logs, trialBalance, isFinished } = verification
  const opened = `${file}, opened ${isWritten ? 'and rebuilt' : 'for reading'} as ${code}`
  if (!isFinished) return [opened, ...unfinishedText(verification), '', ...resultText(verification)].join('\n')
  return [
    opened,
    scopeText(verification),
    '',
    'Logs (give these to --head at the next check)',
    ...logs.map(logText),
    '',
    'Trial balance',
    ...trialBalance.filter(({ debitMinor, creditMinor }) => debitMinor !== creditMinor).map(balanceText),
    ...totals(trialBalance),
    '',
    ...resultText(verification),
  ].join('\n')
}

function scopeText({ counts, depth }: Verification): string {
  const checked = [
    `${number(counts.records)} records`,
    `${number(counts.lines)} lines`,
    `${number(counts.blobs)} attachments`,
  ]
  const scope =
    depth === 'quick' ? 'Only the newest records were checked.' : 'Everything was checked, and all balances made anew.'
  return `${checked.join(', ')}. ${scope}`
}

/** What a check that was cut short has not looked at. Rule: V15. */
const unfinishedText = ({ counts: { records } }: Verification): readonly string[] => [
  records > 0
    ? `THE CHECK COULD NOT GO ON after ${number(records)} records.`
    : 'THE CHECK COULD NOT GO ON: no record was checked to its end.',
  'Not checked: all records after these, and whether balances, attachments and tables follow from the records.',
]

const number = (count: number): string => count.toLocaleString('en')

const logText = ({ logId, deviceCode, isOwn, seq, hash }: VerifiedLog): string =>
  `  device ${deviceCode}${isOwn ? ' (this installation)' : ''}  ${hash ? `${logId}/${seq}/${hex(hash)}` : `${logId}, no records`}`

function balanceText({ account, name, currency, debitMinor, creditMinor }: TrialBalanceLine): string {
  const rawMinor = debitMinor - creditMinor
  const [debit, credit] = rawMinor > 0n ? [amount(rawMinor, currency), ''] : ['', amount(-rawMinor, currency)]
  return row(currency, `${account} ${name}`, debit, credit)
}

function totals(lines: readonly TrialBalanceLine[]): readonly string[] {
  return [...new Set(lines.map(({ currency }) => currency))].map(currency => {
    const raw = lines.filter(line => line.currency === currency).map(line => line.debitMinor - line.creditMinor)
    const debitMinor = raw.reduce((sum, rawMinor) => (rawMinor > 0n ? sum + rawMinor : sum), 0n)
    const creditMinor = raw.reduce((sum, rawMinor) => (rawMinor < 0n ? sum - rawMinor : sum), 0n)
    return row(currency, 'Total', amount(debitMinor, currency), amount(creditMinor, currency))
  })
}

const row = (currency: string, name: string, debit: string, credit: string): string =>
  `  ${currency}  ${name.padEnd(34)}${debit.padStart(22)}${credit.padStart(22)}`

const amount = (amountMinor: bigint, currency: string): string =>
  isCurrencyCode(currency) ? formatAmount({ amountMinor, currency }, 'en') : `${amountMinor} minor units`

const shownMax = 30

function resultText(verification: Verification): readonly string[] {
  const { isClean, firstBadRecord, findingCount } = verification
  if (isClean) return cleanText(verification)
  const first = firstBadRecord ? [`First bad record: ${describeFinding(firstBadRecord)}`, ''] : []
  return [
    `NOT CLEAN. ${findingCount === 1 ? 'One thing is' : `${number(findingCount)} things are`} wrong.`,
    ...first,
    ...findingsText(verification),
  ]
}

/** A line a finding; of very many the first ones, and how many more there are. */
export function findingsText({ findings, findingCount }: Verification): readonly string[] {
  const shown = findings.slice(0, shownMax).map(finding => `  ${describeFinding(finding)}`)
  const more = findingCount - shown.length
  return more > 0 ? [...shown, `  ... and ${number(more)} more`] : shown
}

/** What is proved, and what no file can prove of itself: that there is no newer one. Rule: V16. */
function cleanText({ depth, headsCompared, seenByServer, logs }: Verification): readonly string[] {
  const proved =
    depth === 'quick'
      ? 'CLEAN, as far as was checked: the newest records are signed and in their order.'
      : 'CLEAN. The journal is whole and signed, and everything stored follows from it.'
  const own = logs.find(({ isOwn }) => isOwn)?.seq ?? 0
  const seen = seenByServer
    ? `A server has signed that it held this installation's log up to no. ${seenByServer.seq} on ${moment(seenByServer.at)}; it ends here at no. ${own}.`
    : 'No server has seen any of it.'
  const newest =
    headsCompared > 0
      ? `It still holds ${headsCompared === 1 ? 'the record' : `all ${headsCompared} records`} that --head named: it is not older than they are.`
      : 'What a file cannot prove by itself is that it is the newest: an older copy would be as clean. Keep the heads above outside this computer, and give them to --head at the next check.'
  return [proved, seen, newest]
}

/** `2026-03-02 08:00 UTC`. */
const moment = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
