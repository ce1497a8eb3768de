import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeExportFolder, openExportFolder } from '../../../core/storage/export-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const value = <T>(result: { readonly ok: boolean; readonly value?: T }): T => {
  if (!result.ok || result.value === undefined) throw new Error('refused')
  return result.value
}

test.each([
  ['a folder that was there', (parent: string) => openExportFolder(path.join(parent, 'there')), []],
  ['a new folder', (parent: string) => openExportFolder(path.join(parent, 'new')), ['mine.txt', 'two.csv.sha256']],
  ['a folder on a stick', (parent: string) => makeExportFolder(parent, '2026-03-02T07:00:00.000Z'), ['mine.txt']],
])(
  '[X15] an export that is given up takes back what it wrote into %s, and nothing of others',
  (_what, open, others) => {
    const parent = temporaryFolder()
    mkdirSync(path.join(parent, 'there'))
    const folder = value(open(parent))
    const whole = folder.create('one.csv')
    whole.writeLine('a')
    whole.close()
    folder.create('two.csv').writeLine('b')
    for (const name of others) writeFileSync(path.join(folder.path, name), 'somebody else’s')
    folder.discard()
    const left = readdirSync(parent)
    if (others.length > 0 || left.includes(path.basename(folder.path)))
      expect(readdirSync(folder.path).toSorted()).toEqual(others)
    expect(left.includes(path.basename(folder.path))).toBe(others.length > 0 || folder.path.endsWith('there'))
  },
)
