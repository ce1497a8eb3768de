import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages as offered } from '../../renderer/lib/languages.ts'

type Texts = Readonly<Record<string, string>>

const folder = path.resolve(import.meta.dirname, '../../renderer/locales')
const languages = fs.readdirSync(folder).filter(name => !name.includes('.'))
const english = fs.readdirSync(path.join(folder, 'en'))

const texts = (language: string, file: string): Texts =>
  JSON.parse(fs.readFileSync(path.join(folder, language, file), 'utf8'))

const plural = /_(zero|one|two|few|many|other)$/
const withoutPlural = (key: string): string => key.replace(plural, '')
const valuesIn = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()
const linesIn = (text: string): number => text.split('\n').length

/** A count is told in every form that the language has, and in no other: French has one for round millions, Arabic six. */
function keysIn(language: string, inEnglish: Texts): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = Object.keys(inEnglish)
  const counted = keys.filter(key => key.endsWith('_other')).map(withoutPlural)
  return [
    ...keys.filter(key => !counted.includes(withoutPlural(key)) || !plural.test(key)),
    ...counted.flatMap(key => forms.map(form => `${key}_${form}`)),
  ].sort()
}

/** The English text that a text renders: the same form, or the general one where English lacks the form. */
const originalOf = (key: string, inEnglish: Texts): string =>
  inEnglish[key] ?? inEnglish[`${withoutPlural(key)}_other`] ?? ''

/** "One request", "two requests": a form that stands for one number need not repeat it in figures. */
const mayLeaveOutCount = (key: string): boolean => /_(zero|one|two)$/.test(key)

test('[W25] every language that the window offers has its catalogue, and no other has', () => {
  expect([...languages].sort()).toEqual(Object.keys(offered).sort())
})

describe.each(languages)('[W25] the catalogue %s', language => {
  test('has the files of English', () => {
    expect(fs.readdirSync(path.join(folder, language))).toEqual(english)
  })

  test.each(english)('%s says all that English says, and nothing else', file => {
    expect(Object.keys(texts(language, file)).sort()).toEqual(keysIn(language, texts('en', file)))
  })

  test.each(english)('%s names the same values as English', file => {
    const inEnglish = texts('en', file)
    for (const [key, text] of Object.entries(texts(language, file))) {
      const values = valuesIn(originalOf(key, inEnglish))
      const isOptional = (value: string): boolean => value === '{{count}}' && mayLeaveOutCount(key)
      expect(
        valuesIn(text).filter(value => !isOptional(value)),
        key,
      ).toEqual(values.filter(value => !isOptional(value)))
    }
  })

  test.each(english)('%s leaves no text empty, and none with other lines than English', file => {
    const inEnglish = texts('en', file)
    for (const [key, text] of Object.entries(texts(language, file))) {
      expect(text.trim(), key).not.toBe('')
      expect(linesIn(text), key).toBe(linesIn(originalOf(key, inEnglish)))
    }
  })
})
