import jsqr from 'jsqr'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguages, documentLocale } from '../../../core/documents/document-language.ts'
import type { DocumentModel } from '../../../core/documents/document-model.ts'
import { cashSheetLabels } from '../../../core/documents/labels/cash-sheet-labels.ts'
import { documentLabels } from '../../../core/documents/labels/document-labels.ts'
import { statementLineLabel } from '../../../core/documents/labels/statement-line-label.ts'
import { printedDate } from '../../../core/documents/printed-date.ts'
import { printedNumber } from '../../../core/documents/printed-number.ts'
import { printerText } from '../../../core/documents/printer-text.ts'
import { receiptLines } from '../../../core/documents/receipt-lines.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { layoutOf, type PageLayout } from '../../../renderer/documents/page-layout.ts'
import { Paper } from '../../../renderer/documents/paper.tsx'
import { QrCode } from '../../../renderer/documents/qr-code.tsx'
import {
  sampleCashSheet,
  sampleReceipt,
  sampleSalvage,
  sampleStatement,
} from '../../core/documents/support/sample-papers.ts'

const drawn = (model: DocumentModel, layout: PageLayout): string =>
  renderToStaticMarkup(createElement(Paper, { model, layout })).replaceAll('\u00a0', ' ').replaceAll('&#x27;', "'")
const textOf = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const names = ['فاطمة علي', 'सुनीता देवी', 'አበበ በቀለ', 'Ọláolú Adébáyọ̀', 'Zoë <script>alert(1)</script>']

describe.each(documentLanguages)('in %s', locale => {
  const number = (plain: number): string => printedNumber(plain, documentLocale(locale))

  test.each(['a5', 'thermal-58', 'thermal-80'] as const)('[D13][D22] a receipt on %s says everything', layout => {
    const labels = documentLabels[locale]
    for (const clientName of names) {
      const model = sampleReceipt({
        ...{ locale, clientName, copy: 3, reversedByReceipt: 18, reversesReceipt: 16 },
        ...{ reason: 'entered-twice', secondPersonName: 'Daniel Otieno' },
      })
      const text = textOf(drawn(model, layout))
      for (const said of [
        model.institutionName,
        labels.operations[model.operation],
        model.amountInWords,
        model.accountNumber,
        model.officerName,
        labels.newBalance,
        labels.copy(number(3)),
        labels.reversedBy(number(18)),
        labels.reverses(number(16)),
        labels.reason,
        labels.reasons['entered-twice'],
        labels.secondPerson,
        'Daniel Otieno',
        labels.proof,
        model.printedBy,
      ])
        expect(text).toContain(said)
      expect(text).toContain(clientName.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  test('[D23] the receipt of a closing names interest and its tax on every paper', () => {
    const operation = 'savings.closed'
    const settled = [
      { description: 'interest', amountMinor: 274n },
      { description: 'tax-on-interest', amountMinor: -41n },
    ]
    const model = sampleReceipt({ locale, operation, direction: 'out', settled })
    const papers = (['a5', 'thermal-58', 'thermal-80'] as const).map(layout => textOf(drawn(model, layout)))
    const printed = receiptLines(model, 32).map(line => (line.kind === 'text' ? line.text : ''))
    for (const paper of [...papers, printed.join(' ')])
      for (const { description, amountMinor } of settled) {
        expect(paper).toContain(printerText(statementLineLabel({ description, operation }, locale)))
        expect(paper).toContain(printerText(formatAmount({ amountMinor, currency: 'KES' }, documentLocale(locale))))
      }
  })

  test.each(['a5', 'thermal-58', 'thermal-80'] as const)(
    '[D34] the receipt of a loan on %s says every part',
    layout => {
      const labels = documentLabels[locale].loan
      const parts = (['penalties', 'fees', 'interest', 'principal'] as const).map(kind => ({ kind, amountMinor: 100n }))
      const left = { of: 'principal', amountMinor: 5_432_100n } as const
      const next = { dueOn: businessDate('2026-06-02'), amountMinor: 98_700n }
      const loan = { parts, throughAccount: 'S001-01-00001-6', left, lateMinor: 7_654_300n, next }
      const markup = drawn(sampleReceipt({ locale, operation: 'loan.repaid', loan }), layout)
      const text = textOf(markup)
      for (const said of [
        ...parts.map(({ kind }) => labels.parts[kind]),
        ...[labels.fromAccount, loan.throughAccount, labels.left.principal, labels.late],
        labels.next(printedDate(next.dueOn, documentLocale(locale))),
        ...[left, { amountMinor: loan.lateMinor }, next].map(({ amountMinor }) =>
          formatAmount({ amountMinor, currency: 'KES' }, documentLocale(locale)),
        ),
      ])
        expect(text).toContain(said.replace(/\s/g, ' '))
      if (layout === 'a5') expect(markup).toContain('data-full="true"')
    },
  )

  test.each(['a4', 'thermal-58', 'thermal-80'] as const)(
    '[D19] a cash sheet on %s says where how much lies',
    layout => {
      const words = cashSheetLabels[locale]
      const text = textOf(drawn(sampleCashSheet({ locale }), layout))
      for (const said of [
        words.title,
        `${words.vault} Kisumu`,
        `${words.drawer} Amina Yusuf`,
        words.movedSince,
        words.closedOver,
        `${words.dayClosedBy} Peter Mwangi`,
        words.short,
        words.onItsWay,
        ...(layout === 'a4' ? [words.witness, words.operations['over-short'], words.pieces] : []),
      ])
        expect(text).toContain(said)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    },
  )

  test.each([
    ['savings.deposited', 'out'],
    ['savings.withdrawn', 'in'],
  ] as const)('[D16] the reversal of a %s says so, and that the money went %s', (reversedOperation, direction) => {
    const labels = documentLabels[locale]
    const model = sampleReceipt({ locale, operation: 'operation.reversed', reversedOperation, direction })
    for (const layout of ['a5', 'thermal-58', 'thermal-80'] as const) {
      const text = textOf(drawn(model, layout))
      expect(text).toContain(labels.reversals[reversedOperation])
      expect(text).toContain(direction === 'in' ? labels.moneyIn : labels.moneyOut)
    }
  })

  test.each(['a4', 'thermal-58', 'thermal-80'] as const)(
    '[D17] the list of what was not taken says everything on %s',
    layout => {
      const labels = documentLabels[locale]
      const model = sampleSalvage(50, { locale })
      const text = textOf(drawn(model, layout))
      const said = [
        labels.salvage,
        labels.salvageAbout('02'),
        ...model.rows.map(row => labels.operations[row.operation]),
      ]
      for (const one of [
        ...said,
        'Achieng Odhiambo',
        'S001-02-00001-5',
        labels.reversed,
        number(46),
        'USD',
        'KES',
        model.printedBy,
      ])
        expect(text).toContain(one)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      expect(textOf(drawn(sampleSalvage(0, { locale }), layout))).toContain(labels.nothingSalvaged)
    },
  )

  test('[D13] a statement has its pages numbered and the head of the table on each', () => {
    const labels = documentLabels[locale]
    const markup = drawn(sampleStatement(60, { locale }), 'a4')
    const text = textOf(markup)
    for (const page of [1, 2].map(place => labels.page(number(place), number(2)))) expect(text).toContain(page)
    expect(markup.match(/<thead>/g)).toHaveLength(2)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })
})

test('[D13] amounts stand in the currency decimals, negative in parentheses', () => {
  const ugx = { locale: 'en-UG', currency: 'UGX', amountMinor: 1_500_000n, balanceAfterMinor: -25_000n } as const
  const text = textOf(drawn(sampleReceipt(ugx), 'a5'))
  expect(text).toContain('UGX 1,500,000 ')
  expect(text).toContain('UGX (25,000)')
})

test.each([
  ['ar-EG', '١٢٣٤', 'EGP ٢٬٥٠٠٫٠٠', /[0-9]/],
  ['ar-MA', '1234', 'EGP 2.500,00', /[٠-٩]/],
  ['hi-IN', '1234', 'EGP 2,500.00', /[०-९]/],
] as const)(
  '[D18] a paper in %s has one kind of digits, and what is looked up stands as it is kept',
  (locale, number, money, others) => {
    const kept = { accountNumber: 'S', clientNumber: 'C', deviceCode: 'D', branchCode: 'B' }
    const plain = {
      locale,
      currency: 'EGP',
      amountMinor: 250_000n,
      number: 1234,
      copy: 2,
      reversesReceipt: 16,
    } as const
    const model = sampleReceipt({ ...plain, ...kept, amountInWords: '' })
    const drawnText = (['a5', 'thermal-80'] as const).map(layout =>
      textOf(drawn(model, layout).replace(/<style>.*?<\/style>/gs, '')),
    )
    const typed = receiptLines(model, 48)
      .map(line => (line.kind === 'text' ? line.text : ''))
      .join(' ')
    for (const text of [...drawnText, typed]) {
      expect(text).toContain(number)
      expect(text).not.toMatch(others)
    }
    for (const text of drawnText) expect(text).toContain(money)
    expect(textOf(drawn(sampleReceipt({ locale }), 'a5'))).toContain(sampleReceipt().accountNumber)
  },
)

test('[D13] the paper follows what is printed and on what', () => {
  expect(layoutOf(sampleReceipt(), null)).toBe('a5')
  expect(layoutOf(sampleStatement(1), null)).toBe('a4')
  expect(layoutOf(sampleSalvage(1), null)).toBe('a4')
  expect(layoutOf(sampleReceipt(), '384')).toBe('thermal-58')
  expect(layoutOf(sampleStatement(1), '576')).toBe('thermal-80')
})

test.each([1, 3, 5])('[D6] the code drawn with squares of %i dots is read back by a reader', dots => {
  const { code } = sampleReceipt()
  const markup = renderToStaticMarkup(createElement(QrCode, { text: code, className: undefined }))
  const size = Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]) * dots
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [, x, y, run] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = Number(y) * dots; row < (Number(y) + 1) * dots; row++)
      for (let column = Number(x) * dots; column < (Number(x) + Number(run)) * dots; column++)
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
  const read = (jsqr as unknown as { default: typeof jsqr }).default ?? jsqr
  expect(read(pixels, size, size)?.data).toBe(code)
})

test('[D6] on thermal paper each square of the code takes whole dots and the code fits the paper', () => {
  for (const [layout, width] of [
    ['thermal-58', 384],
    ['thermal-80', 576],
  ] as const) {
    const [, size, dots] = /viewBox="0 0 (\d+) \d+" width="(\d+)"/.exec(drawn(sampleReceipt(), layout)) ?? []
    expect(Number(dots) % Number(size)).toBe(0)
    expect(Number(dots) / Number(size)).toBeGreaterThanOrEqual(4)
    expect(Number(dots)).toBeLessThanOrEqual(width)
  }
})
