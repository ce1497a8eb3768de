import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles } from '../support/project-files.ts'

const root = path.resolve(import.meta.dirname, '../..')
const code = projectFiles()
  .filter(name => /^renderer\/.*\.tsx?$/.test(name))
  .map(name => fs.readFileSync(path.join(root, name), 'utf8'))
  .join('\n')

const plural = /_(zero|one|two|few|many|other)$/
const english = path.join(root, 'renderer/locales/en')
/** A refusal is said by its type, which `refusal-text.test.ts` sees to. */
const keys = fs
  .readdirSync(english)
  .filter(file => file !== 'refusals.json')
  .flatMap(file =>
    Object.keys(JSON.parse(fs.readFileSync(path.join(english, file), 'utf8'))).map(key => key.replace(plural, '')),
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Texts whose key is put together: `kind-${kind}` says every one that begins with `kind-`. What is all value, or hardly a word, says none. */
const composed = [...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].flatMap(([, template = '']) => {
  const words = template.replace(/^\w+:/, '').split(/\$\{[^}]*\}/)
  return words.some(word => /[a-z]{2}/.test(word)) ? [new RegExp(`^${words.map(escaped).join('.+')}$`)] : []
})

const isSaid = (key: string): boolean =>
  new RegExp(`['"\`:]${escaped(key)}['"\`]`).test(code) || composed.some(pattern => pattern.test(key))

test('[W25] each text of the catalogue is said somewhere in the window', () => {
  expect(keys.filter(key => !isSaid(key))).toEqual([])
})
