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
  { file, code }: { readonly file: string; readonly code: string },
): string {
  const { counts, depth, logs, trialBalance } = verification
  const checked = [
    `${number(counts.records)} records`,
    `${number(counts.lines)} lines`,
    `${number(counts.blobs)} attachments`,
  ]
  const scope =
    depth === 'quick' ? 'Only the newest records were checked.' : 'Everything was checked, and all balances made anew.'
  return [
    `${file}, opened for reading as ${code}`,
    `${checked.join(', ')}. ${scope}`,
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

function resultText({ isClean, firstBadRecord, findings, findingCount }: Verification): readonly string[] {
  if (isClean) return ['CLEAN. The journal is whole and signed, and everything stored follows from it.']
  const first = firstBadRecord ? [`First bad record: ${describeFinding(firstBadRecord)}`, ''] : []
  const shown = findings.slice(0, shownMax).map(finding => `  ${describeFinding(finding)}`)
  const more = findingCount - shown.length
  return [
    `NOT CLEAN. ${findingCount === 1 ? 'One thing is' : `${number(findingCount)} things are`} wrong.`,
    ...first,
    ...shown,
    ...(more > 0 ? [`  ... and ${number(more)} more`] : []),
  ]
}
