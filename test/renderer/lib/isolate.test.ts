import { expect, test } from 'vitest'
import { formatMillimetres } from '../../../renderer/lib/format-count.ts'
import { hitDetail } from '../../../renderer/lib/hit-detail.ts'
import { datePattern } from '../../../renderer/lib/read-date.ts'

test('[W32] a phone keeps its plus in front inside a text of the other direction', () => {
  const hit = {
    kind: 'client',
    clientId: 'c',
    name: 'فاطمة',
    number: 'C001-01-00004-0',
    detail: '+254712345678',
  } as const
  expect(hitDetail(hit)).toBe('\u2066+254 712 345678\u2069')
  expect(hitDetail({ ...hit, kind: 'account', detail: 'حساب جارٍ' })).toBe('\u2068حساب جارٍ\u2069')
})

test('[W32] the pattern of a date stands in the order in which its digits are typed', () => {
  expect(datePattern('ar-EG', { day: 'يوم', month: 'شهر', year: 'سنة' })).toBe('يوم/شهر/سنة')
})

test.each([
  ['en-KE', '80 mm'],
  ['ar-KE', '80 مم'],
  ['ar-EG', '٨٠ مم'],
])('[W32] a paper width reads in %s as %s', (locale, text) => {
  expect(formatMillimetres(80, locale).replaceAll('\u00a0', ' ')).toBe(text)
})
