import { describe, expect, test } from 'vitest'
import { dateOrder, datePattern, readDate, steppedDate, typedDate } from '../../../renderer/lib/read-date.ts'

describe('[W20] a date is read in the order and digits of the locale', () => {
  test.each([
    ['12/3/1990', 'en-KE', '1990-03-12'],
    ['12 3 1990', 'en-KE', '1990-03-12'],
    ['12.03.1990', 'fr-SN', '1990-03-12'],
    ['12031990', 'en-KE', '1990-03-12'],
    ['3/12/1990', 'en-US', '1990-03-12'],
    ['03121990', 'en-US', '1990-03-12'],
    ['1990-03-12', 'en-US', '1990-03-12'],
    ['1990/3/12', 'pt-MZ', '1990-03-12'],
    ['١٢/٣/١٩٩٠', 'ar-EG', '1990-03-12'],
    ['29/2/2024', 'en-KE', '2024-02-29'],
  ])('%s in %s is %s', (text, locale, date) => {
    expect(readDate(text, locale)).toBe(date)
  })

  test.each([
    '',
    '12',
    '12/3',
    '12/3/90',
    '29/2/2023',
    '31/4/1990',
    '12/13/1990',
    'yesterday',
    '12/3/19900',
    '1/2/3/4',
  ])('nothing is guessed from %j', text => {
    expect(readDate(text, 'en-KE')).toBeUndefined()
  })

  test.each(['en-KE', 'en-US', 'fr-SN', 'es-BO', 'pt-MZ', 'sw-KE', 'ar-EG', 'hi-IN'])(
    '%s reads what it writes',
    locale => {
      for (const date of ['1990-03-12', '2024-02-29', '2026-12-31'] as const)
        expect(readDate(typedDate(date as never, locale), locale)).toBe(date)
    },
  )

  test('the arrow keys cross the end of a month', () => {
    expect(steppedDate('28/2/2023', 1, 'en-KE')).toBe('01/03/2023')
    expect(steppedDate('1/3/2024', -1, 'en-KE')).toBe('29/02/2024')
    expect(steppedDate('soon', 1, 'en-KE')).toBeUndefined()
  })

  test('the pattern shows the order', () => {
    expect(datePattern('en-KE', { day: 'dd', month: 'mm', year: 'yyyy' })).toBe('dd/mm/yyyy')
    expect(dateOrder('en-US')).toEqual(['month', 'day', 'year'])
  })
})
