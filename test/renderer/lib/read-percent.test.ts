import { describe, expect, test } from 'vitest'
import { rate } from '../../../core/money/rate.ts'
import { formatPercentRate, readPercent, typedPercent } from '../../../renderer/lib/read-percent.ts'

describe('[W37] a rate is read in the digits and marks of the locale', () => {
  test.each([
    ['4.5', 'en', '4.5'],
    ['4.5 %', 'en', '4.5'],
    ['4,5', 'fr', '4.5'],
    ['4.5', 'fr', '4.5'],
    ['٤٫٥', 'ar-EG', '4.5'],
    ['12', 'sw', '12'],
    ['0', 'en', '0'],
  ])('%s in %s is %s', (text, locale, read) => {
    expect(readPercent(text, locale)).toBe(read)
  })

  test.each([
    ['4,5', 'en'],
    ['-1', 'en'],
    ['1e3', 'en'],
    ['', 'en'],
    ['four', 'en'],
    ['1.2.3', 'en'],
    ['٤5', 'ar-EG'],
  ])('%j in %s is none', (text, locale) => {
    expect(readPercent(text, locale)).toBeUndefined()
  })

  test.each(['en', 'fr', 'ar-EG', 'hi-IN'])('what is typed for a person in %s is read back', locale => {
    for (const one of ['0.25', '18.99', '7', '12.3456789'].map(rate))
      expect(readPercent(typedPercent(one, locale), locale)).toBe(one)
    expect(formatPercentRate(rate('4.5'), locale)).not.toBe('')
  })
})
