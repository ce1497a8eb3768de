import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { expectRefusal } from '../../support/expect.ts'
import { foundedEngine, must, temporaryFolder } from './made-engine.ts'

const pdf = new TextEncoder().encode('%PDF-1.7 rent of March')
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])

const signedIn = async () => {
  const made = await foundedEngine()
  must(await made.signIn('MGR1'))
  return made
}

test.each([
  ['pdf', pdf],
  ['png', png],
])('[W54] a paper is saved byte by byte as what its bytes say that it is: %s', async (ending, content) => {
  const { port } = await signedIn()
  const target = temporaryFolder()
  const { folder } = must(await port.execute({ type: 'attachment.save', content, folder: target }))
  expect(path.dirname(folder)).toBe(target)
  expect(readdirSync(folder).toSorted()).toEqual([`paper.${ending}`, `paper.${ending}.sha256`])
  expect(new Uint8Array(readFileSync(path.join(folder, `paper.${ending}`)))).toEqual(content)
  const trail = must(await port.query({ type: 'audit-trail', kind: 'exported' }))
  expect(trail.rows).toMatchObject([{ what: 'attachment.save' }])
})

test('[W54][A69] what is no paper is not saved, nor anything to a network share or to nowhere', async () => {
  const { port } = await signedIn()
  const folder = temporaryFolder()
  const nowhere = path.join(folder, 'nowhere')
  const program = new TextEncoder().encode('MZ this is no paper')
  expectRefusal(await port.execute({ type: 'attachment.save', content: program, folder }), 'field-invalid')
  for (const target of [nowhere, '//host/share', 'relative'])
    expectRefusal(await port.execute({ type: 'attachment.save', content: pdf, folder: target }), 'field-invalid')
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(nowhere)).toBe(false)
})
