import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../renderer/locales')
const languages = fs.readdirSync(folder).filter(name => !name.includes('.'))
const english = fs.readdirSync(path.join(folder, 'en'))

const texts = (language: string, file: string): Record<string, string> =>
  JSON.parse(fs.readFileSync(path.join(folder, language, file), 'utf8'))
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const keysOf = (language: string, file: string): string[] =>
  [...new Set(Object.keys(texts(language, file)).map(withoutPlural))].sort()
const valuesIn = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()

describe.each(languages)('[W25] the catalogue %s', language => {
  test.each(english)('%s says all that English says', file => {
    expect(keysOf(language, file)).toEqual(keysOf('en', file))
  })

  test.each(english)('%s names the same values as English', file => {
    const inEnglish = texts('en', file)
    for (const [key, text] of Object.entries(texts(language, file))) {
      const original = inEnglish[key] ?? inEnglish[`${withoutPlural(key)}_other`] ?? ''
      const allowed = new Set(valuesIn(original))
      expect(
        valuesIn(text).filter(value => !allowed.has(value)),
        key,
      ).toEqual([])
    }
  })

  test.each(english)('%s leaves no text empty', file => {
    expect(Object.entries(texts(language, file)).filter(([, text]) => text.trim() === '')).toEqual([])
  })
})
