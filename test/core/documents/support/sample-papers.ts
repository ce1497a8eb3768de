import { businessDate } from '../../../../core/calendar/business-date.ts'
import { signerOf } from '../../../../core/crypto/signing.ts'
import { amountInWords } from '../../../../core/documents/amount-in-words.ts'
import type {
  CashSheetModel,
  ReceiptModel,
  SalvageModel,
  SalvageModelRow,
  StatementModel,
  StatementModelRow,
} from '../../../../core/documents/document-model.ts'
import { receiptCode } from '../../../../core/documents/receipt-code.ts'

const signer = signerOf(new Uint8Array(32).fill(7))

/** A receipt as the books would give it, with a code that verifies; words and code follow the amount. */
export function sampleReceipt(over: Partial<ReceiptModel> = {}): ReceiptModel {
  const receipt: ReceiptModel = {
    kind: 'receipt',
    institutionName: 'Tumaini Microfinance',
    branchName: 'Kisumu',
    branchCode: '001',
    deviceCode: '01',
    printedBy: 'Peter Mwangi',
    printedAt: '2026-03-02T09:16:00.000Z',
    locale: 'en-KE',
    number: 17,
    copy: 0,
    operation: 'savings.deposited',
    direction: 'in',
    recordedAt: '2026-03-02T09:15:30.123Z',
    businessDate: businessDate('2026-03-02'),
    valueDate: businessDate('2026-03-02'),
    officerName: 'Amina Yusuf',
    clientName: 'Achieng Odhiambo',
    clientNumber: '001-000123',
    accountNumber: '001-0000042-01',
    productName: 'Passbook savings',
    currency: 'KES',
    amountMinor: 150_050n,
    fees: [],
    balanceAfterMinor: 1_250_050n,
    amountInWords: '',
    code: '',
    ...over,
  }
  const { amountMinor, currency, locale, number } = receipt
  const words = amountInWords({ amountMinor, currency }, locale)
  const code = receiptCode(
    {
      ...receipt,
      changeMinor: receipt.direction === 'in' ? amountMinor : -amountMinor,
      institution: '0198f3a2bc4d7e01',
      seq: 42,
      receipt: number,
      recordHash: '00ff10ab20cd30ef',
    },
    signer,
  )
  return { ...receipt, amountInWords: words, code }
}

/** A statement over `count` operations: deposits and withdrawals in turn, one of them reversed. */
export function sampleStatement(count: number, over: Partial<StatementModel> = {}): StatementModel {
  const openingMinor = 1_250_000n
  const amounts = Array.from({ length: count }, (_none, place) =>
    place % 3 === 2 ? -45_000n : 30_050n + BigInt(place) * 1_000n,
  )
  let balanceMinor = openingMinor
  const rows = amounts.map((amountMinor, place): StatementModelRow => {
    balanceMinor += amountMinor
    const day = businessDate(
      `2026-${String(1 + Math.floor(place / 28)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`,
    )
    const isReversal = place === 5
    return {
      bookingDate: day,
      valueDate: day,
      operation: isReversal ? 'operation.reversed' : amountMinor > 0n ? 'savings.deposited' : 'savings.withdrawn',
      description: amountMinor > 0n ? 'savings-deposit' : 'savings-withdrawal',
      receipt: 100 + place,
      amountMinor,
      balanceMinor,
      reversed: place === 4,
      ...(isReversal ? { reversesReceipt: 104 } : {}),
    }
  })
  const sum = (of: readonly bigint[]): bigint => of.reduce((total, amount) => total + amount, 0n)
  return {
    kind: 'statement',
    institutionName: 'Tumaini Microfinance',
    branchName: 'Kisumu',
    branchCode: '001',
    deviceCode: '01',
    printedBy: 'Peter Mwangi',
    printedAt: '2026-03-31T14:05:00.000Z',
    locale: 'en-KE',
    clientName: 'Achieng Odhiambo',
    clientNumber: '001-000123',
    clientAddress: 'Behind the church, Ahero',
    accountNumber: '001-0000042-01',
    productName: 'Passbook savings',
    currency: 'KES',
    from: businessDate('2026-01-01'),
    to: businessDate('2026-03-31'),
    openingMinor,
    closingMinor: balanceMinor,
    depositsMinor: sum(amounts.filter(amount => amount > 0n)),
    withdrawalsMinor: -sum(amounts.filter(amount => amount < 0n)),
    rows,
    ...over,
  }
}

/** The list of what a stopped device did: a client, their account, deposits, one of them reversed, and a drawer. */
export function sampleSalvage(count: number, over: Partial<SalvageModel> = {}): SalvageModel {
  const day = businessDate('2026-03-02')
  const rows = Array.from(
    { length: count },
    (_none, place): SalvageModelRow => ({
      operation: ['client.registered', 'savings.opened', 'savings.deposited', 'drawer.closed'][place % 4] ?? '',
      businessDate: day,
      recordedAt: `2026-03-02T08:${String(place % 60).padStart(2, '0')}:00.000Z`,
      officerName: 'Amina Yusuf',
      reversed: place === 2,
      ...(place % 4 === 3 ? {} : { clientName: 'Achieng Odhiambo' }),
      ...(place % 4 === 2
        ? {
            receipt: 40 + place,
            accountNumber: 'S001-02-00001-5',
            amount: { amountMinor: 77_700n, currency: place === 6 ? 'USD' : 'KES' },
          }
        : {}),
    }),
  )
  return {
    kind: 'salvage',
    institutionName: 'Tumaini Microfinance',
    branchName: 'Kisumu',
    branchCode: '001',
    deviceCode: '03',
    printedBy: 'Amina Yusuf',
    printedAt: '2026-03-03T14:05:00.000Z',
    locale: 'en-KE',
    formerDevices: ['02'],
    currency: 'KES',
    rows,
    ...over,
  }
}

/** A branch's cash: the vault not counted, a drawer one note short, and 2,000.00 on its way. */
export function sampleCashSheet(over: Partial<CashSheetModel> = {}): CashSheetModel {
  const KES = 'KES' as const
  const date = businessDate('2026-03-02')
  return {
    kind: 'cash-sheet',
    institutionName: 'Tumaini Microfinance',
    branchName: 'Kisumu',
    branchCode: '001',
    deviceCode: '01',
    printedBy: 'Daniel Otieno',
    printedAt: '2026-03-02T15:16:00.000Z',
    locale: 'en-KE',
    businessDate: date,
    standing: {
      state: 'closed',
      closedBy: 'Peter Mwangi',
      secondPersonName: 'Daniel Otieno',
      isOverUncounted: true,
    },
    places: [
      {
        kind: 'vault',
        id: 'v',
        name: 'Kisumu',
        currency: KES,
        isOpen: true,
        openingMinor: 200_000_000n,
        inMinor: 0n,
        outMinor: 2_000_000n,
        movements: [{ operation: 'drawer.opened', direction: 'out', count: 1, amountMinor: 2_000_000n }],
        closingMinor: 198_000_000n,
        isUncounted: true,
      },
      {
        kind: 'drawer',
        id: 'd',
        name: 'Amina Yusuf',
        currency: KES,
        isOpen: true,
        openingMinor: 0n,
        inMinor: 2_900_000n,
        outMinor: 600_000n,
        movements: [
          { operation: 'drawer.opened', direction: 'in', count: 1, amountMinor: 2_000_000n },
          { operation: 'savings.deposited', direction: 'in', count: 14, amountMinor: 900_000n },
          { operation: 'savings.withdrawn', direction: 'out', count: 3, amountMinor: 300_000n },
          { operation: 'cash.sent', direction: 'out', count: 1, amountMinor: 200_000n },
          { operation: 'over-short', direction: 'out', count: 1, amountMinor: 100_000n },
        ],
        closingMinor: 2_300_000n,
        count: {
          counted: [100_000n, 50_000n, 20_000n, 10_000n].map((faceMinor, place) => ({
            faceMinor,
            pieces: [20, 4, 4, 2][place] ?? 0,
          })),
          countedMinor: 2_300_000n,
          expectedMinor: 2_400_000n,
          differenceMinor: -100_000n,
          countedBy: 'Amina Yusuf',
          recordedAt: '2026-03-02T14:50:00.000Z',
        },
        isUncounted: false,
      },
    ],
    transfers: [
      {
        transferId: 't',
        from: { kind: 'drawer', id: 'd', name: 'Amina Yusuf' },
        to: { kind: 'vault', id: 'v', name: 'Kisumu' },
        currency: KES,
        amountMinor: 200_000n,
        counted: [{ faceMinor: 100_000n, pieces: 2 }],
        sentBy: { staffId: 's', name: 'Amina Yusuf' },
        sentOn: date,
        daysOnTheWay: 0,
      },
    ],
    ...over,
  }
}
