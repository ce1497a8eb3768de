import { parseArgs } from 'node:util'
import { documentLabels, operationLabel } from '../documents/labels/document-labels.ts'
import { type ReceiptCodeRefusal, readReceiptCode, type SignedReceiptStatement } from '../documents/receipt-code.ts'
import { absoluteMinor } from '../money/amount.ts'
import { formatMoney } from '../money/format-amount.ts'

const usage =
  'Usage: npm run receipt -- "NXR1:..." [--device LOGID]     (- reads the text of the QR code from standard input)'

const because: Readonly<Record<ReceiptCodeRefusal['type'], string>> = {
  'not-a-receipt-code': 'This is not the QR code of a receipt: it should begin with NXR1:',
  'receipt-code-newer': 'This receipt was made by a later version of Nexum Branch. Update this program to check it.',
  'receipt-code-damaged': 'The code is damaged: characters are missing, added or changed.',
  'receipt-signature-wrong': 'The signature is wrong: something on this receipt was changed after it was signed.',
}

const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

const field = (name: string, value: string): string => `  ${name.padEnd(16)}${value}`

/** Of an account what changed in it, of an exchange what was handed in and paid. */
function moved(receipt: SignedReceiptStatement): readonly string[] {
  const { currency, changeMinor } = receipt
  const money = (amountMinor: bigint): string => formatMoney({ amountMinor, currency }, 'en')
  if (receipt.paidOut)
    return [field('Handed in', money(changeMinor)), field('Paid out', formatMoney(receipt.paidOut, 'en'))]
  return [
    field('Account', receipt.accountNumber),
    field('Amount', money(absoluteMinor(changeMinor))),
    field('Direction', changeMinor < 0n ? documentLabels.en.moneyOut : documentLabels.en.moneyIn),
    field('New balance', money(receipt.balanceAfterMinor)),
  ]
}

function lines(receipt: SignedReceiptStatement): readonly string[] {
  return [
    field('Receipt', `no. ${receipt.receipt}`),
    field('Operation', operationLabel(receipt.operation, documentLabels.en, receipt.reversedOperation)),
    ...moved(receipt),
    field('Business date', receipt.businessDate),
    field('Recorded at', receipt.recordedAt),
    '',
    'Compare with the books of the institution:',
    field('Institution', `${inFours(receipt.institution)} ...`),
    field('Device', inFours(receipt.log)),
    field('Journal record', `no. ${receipt.seq}, hash ${inFours(receipt.recordHash)} ...`),
  ]
}

/** What a terminal would obey or hide, such as an escape or a change of direction, is left out. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')

/** The first line: whether it is known whose key has signed, before what the signature says. Anybody can make a key. Rule: D15. */
function verdict({ log }: SignedReceiptStatement, wanted: string | null): string {
  const signed = `The signature is VALID for device ${inFours(log)}`
  if (wanted === null)
    return `NOT KNOWN WHOSE KEY this is. ${signed}, but anybody can make a key: call again with --device and the log id that the institution gives you.`
  if (wanted === log) return `${signed}, the device you asked for.`
  return `NOT VALID HERE. The signature holds, but it is not of the device you asked for (${printable(inFours(wanted))}).`
}

async function readStandardInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.trim()
}

/**
 * Prints whether the receipt holds and what it says. 0: valid, and of the device that was asked for; 1: not valid or of another device;
 * 2: not called rightly; 3: signed, and it was not asked by which device.
 */
async function verifyReceipt(): Promise<0 | 1 | 2 | 3> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { device: { type: 'string' } },
  })
  const [given] = positionals
  const isCalledRightly = Object.entries(values).every(
    ([name, value]) => name === 'device' && typeof value === 'string',
  )
  if (given === undefined || positionals.length > 1 || !isCalledRightly) {
    console.error(usage)
    return 2
  }
  const read = readReceiptCode(given === '-' ? await readStandardInput() : given.trim())
  if (!read.ok) {
    console.log(`NOT VALID. ${because[read.refusal.type]}`)
    return 1
  }
  const wanted = typeof values.device === 'string' ? values.device.replace(/\s/g, '') : null
  console.log(`${verdict(read.value, wanted)}\n`)
  console.log(lines(read.value).map(printable).join('\n'))
  if (wanted === null) return 3
  return wanted === read.value.log ? 0 : 1
}

process.exitCode = await verifyReceipt()
