import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTexts } from '../../../renderer/lib/i18n.ts'
import { languages } from '../../../renderer/lib/languages.ts'
import { refusalText } from '../../../renderer/lib/refusal-text.ts'
import { refusalsOfEveryType } from './refusals-of-every-type.ts'

/** Each language in a country where officers speak it. */
const locales = ['fr-SN', 'es-BO', 'pt-MZ', 'sw-TZ', 'ar-EG', 'hi-IN']

/** Those that have another text where no decision can be waited for. */
const signedNow = refusalsOfEveryType.flatMap(refusal =>
  refusal.type === 'approval-needed' || refusal.type === 'second-person-needed'
    ? [{ ...refusal, signedNow: true } as const]
    : [],
)

beforeAll(() => startTexts('en-KE'))
const textIn = (locale: string, refusal: (typeof refusalsOfEveryType)[number]): string =>
  refusalText(refusal, i18next.getFixedT(locale, 'refusals'), locale)

test('[W21] refusals are read in every language that the window offers', () => {
  expect(['en', ...locales.map(locale => locale.slice(0, 2))].sort()).toEqual(Object.keys(languages).sort())
})

test('[A71] where no decision can be waited for, the text says that somebody signs here', () => {
  for (const refusal of signedNow) expect(textIn('en-KE', refusal)).toMatch(/must sign on this computer/)
  expect(signedNow).toHaveLength(2)
})

describe.each(locales)('[W21] in %s', locale => {
  test.each([...refusalsOfEveryType, ...signedNow].map(refusal => [refusal.type, refusal] as const))(
    '%s has words of its own for what stands against it and for what to do',
    (_type, refusal) => {
      const lines = textIn(locale, refusal).split('\n')
      const english = textIn('en-KE', refusal).split('\n')
      expect(lines).toHaveLength(english.length)
      for (const [index, line] of lines.entries()) {
        expect(line.length).toBeGreaterThan(8)
        expect(line).not.toBe(english[index])
        expect(line).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/)
      }
    },
  )
})
