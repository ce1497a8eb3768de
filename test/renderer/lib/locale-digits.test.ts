import i18next from 'i18next'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import { formatNumber } from '../../../renderer/lib/format-count.ts'
import { formatDate, formatTime } from '../../../renderer/lib/format-date.ts'
import { startTexts } from '../../../renderer/lib/i18n.ts'
import { readDate, typedDate } from '../../../renderer/lib/read-date.ts'
import { refusalText } from '../../../renderer/lib/refusal-text.ts'

const day = businessDate('2026-11-23')
const amount = { amountMinor: 123_456_750n, currency: 'EGP' } as const
const plain = (text: string): string => text.replace(/[\u00a0\u061c\u2066-\u2069\u200e\u200f]/g, ' ').trim()

test.each([
  ['ar-EG', 'EGP ١٬٢٣٤٬٥٦٧٫٥٠', '٢٣ نوفمبر ٢٠٢٦', '١٢٠٣'],
  ['ar-MA', 'EGP 1.234.567,50', '23 نونبر 2026', '1203'],
  ['hi-IN', 'EGP 12,34,567.50', '23 नव॰ 2026', '1203'],
  ['fr-SN', 'EGP 1 234 567,50', '23 nov. 2026', '1203'],
])('[W37] in %s amounts, dates and numbers stand in its digits and groups', (locale, money, date, number) => {
  expect(plain(formatMoney(amount, locale)).replace(/\u202f/g, ' ')).toBe(money)
  expect(formatDate(day, locale)).toBe(date)
  expect(formatNumber(1203, locale)).toBe(number)
})

test.each(['en-KE', 'fr-SN', 'es-PE', 'pt-MZ', 'sw-TZ', 'ar-EG', 'ar-MA', 'hi-IN'])(
  '[W37][M2][W20] what is shown in %s is read back as it was meant, also in plain digits',
  locale => {
    const shown = formatMoney(amount, locale).replace(/^EGP\u00a0/, '')
    expect(parseAmount(shown, 'EGP', locale)).toEqual({ ok: true, value: amount.amountMinor })
    expect(parseAmount('1500', 'EGP', locale)).toEqual({ ok: true, value: 150_000n })
    expect(readDate(typedDate(day, locale), locale)).toBe(day)
    expect(formatTime('2026-11-23T12:05:00.000Z', locale)).not.toBe('')
  },
)

test('[W37] numbers inside sentences stand in the same digits', async () => {
  await startTexts('ar-EG')
  const t = i18next.getFixedT('ar-EG', 'refusals')
  expect(i18next.t('unsent', { count: 27 })).toContain('٢٧')
  expect(refusalText({ type: 'already-reversed', by: { log: 'l', seq: 41 } }, t, 'ar-EG')).toContain('٤١')
  expect(refusalText({ type: 'client-too-young', minimumAge: 16 }, t, 'ar-EG')).toContain('١٦')
})
