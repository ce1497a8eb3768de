import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveInFolder } from '../../../electron/paper/paper-folder.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'paper-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const save = (name: string, text: string) =>
  saveInFolder(path.join(folder, 'documents'), name, 'pdf', Buffer.from(text))
const inFolder = (file: string) => path.relative(path.join(folder, 'documents'), file)

test('[W14] a paper never takes another’s place', async () => {
  const files = [await save('receipt-7', 'a'), await save('receipt-7', 'b'), await save('receipt-7', 'c')]
  expect(files.map(inFolder)).toEqual(['receipt-7.pdf', 'receipt-7-2.pdf', 'receipt-7-3.pdf'])
  expect(files.map(file => fs.readFileSync(file, 'utf8'))).toEqual(['a', 'b', 'c'])
})

test('[W14] whatever stands in its name, it lies in the folder', async () => {
  for (const name of ['../../x', '/etc/x', 'a\\b', 'C:x', 'a\0b', '..', '', 'خالد/1', 'x'.repeat(500)]) {
    expect(inFolder(await save(name, 'x'))).toMatch(/^[\p{L}\p{N}-]{1,84}\.pdf$/u)
  }
})
