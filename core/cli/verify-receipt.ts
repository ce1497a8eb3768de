import { parseArgs } from 'node:util'
import { documentLabels, operationLabel } from '../documents/labels/document-labels.ts'
import { type ReceiptCodeRefusal, readReceiptCode, type SignedReceiptStatement } from '../documents/receipt-code.ts'
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

function lines(receipt: SignedReceiptStatement): readonly string[] {
  const money = (amountMinor: bigint): string => formatMoney({ amountMinor, currency: receipt.currency }, 'en')
  return [
    field('Receipt', `no. ${receipt.receipt}`),
    field('Operation', operationLabel(receipt.operation, documentLabels.en)),
    field('Account', receipt.accountNumber),
    field('Amount', money(receipt.amountMinor)),
    field('New balance', money(receipt.balanceAfterMinor)),
    field('Business date', receipt.businessDate),
    field('Recorded at', receipt.recordedAt),
    '',
    'Compare with the books of the institution:',
    field('Institution', `${inFours(receipt.institution)} ...`),
    field('Device', inFours(receipt.log)),
    field('Journal record', `no. ${receipt.seq}, hash ${inFours(receipt.recordHash)} ...`),
  ]
}

async function readStandardInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.trim()
}

/** Prints what the receipt says and whether it holds. 0: valid; 1: not valid or of another device; 2: not called rightly. */
async function verifyReceipt(): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { device: { type: 'string' } },
  })
  const [given] = positionals
  if (given === undefined || positionals.length > 1 || values.device === true) {
    console.error(usage)
    return 2
  }
  const read = readReceiptCode(given === '-' ? await readStandardInput() : given.trim())
  if (!read.ok) {
    console.log(`NOT VALID. ${because[read.refusal.type]}`)
    return 1
  }
  const wanted = typeof values.device === 'string' ? values.device.replaceAll(' ', '') : read.value.log
  const isOfDevice = wanted === read.value.log
  console.log(
    isOfDevice
      ? `VALID. Signed by device ${inFours(read.value.log)}\n`
      : `NOT VALID HERE. The signature holds, but it is not of the device you asked for (${inFours(wanted)}).\n`,
  )
  console.log(lines(read.value).join('\n'))
  if (isOfDevice && values.device === undefined)
    console.log('\nAnybody can make a key: the receipt is genuine only if this device is one of the institution.')
  return isOfDevice ? 0 : 1
}

process.exitCode = await verifyReceipt()
