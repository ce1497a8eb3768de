import { readFileSync, statSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBooks } from '../../../core/storage/books.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { copySealed, type SealedBranch, sealBranch } from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'

const sealed = sealBranch(folderForAll())

/** What the check says of a file in whatever state: the problem it cannot be opened for, clean, or the first finding. */
function verdict({ file, key }: Pick<SealedBranch, 'file' | 'key'>): string {
  const opened = readBooks({ file, key })
  if (!opened.ok) return opened.refusal
  const { isClean, isFinished, findings } = verifyBooks(opened.value)
  if (!isFinished) expect(findings.at(-1)?.type).toBe('file-damaged')
  opened.value.close()
  return isClean ? 'clean' : (findings[0]?.type ?? '')
}

test('[V15] the undamaged file is clean', () => {
  expect(verdict(sealed)).toBe('clean')
})

/**
 * The cipher leaves the first 24 bytes open: sixteen random ones that nothing depends on when the key is raw, and eight of SQLite's
 * own header. Those hold no books; whoever changes them changes at most how the file may be opened.
 */
const openBytes = 24

test('[V15] whichever byte of the encrypted file is changed, the file is told as damaged', () => {
  const { file, key } = copySealed(sealed, temporaryFolder())
  const whole = readFileSync(file)
  const place = fc.record({
    at: fc.integer({ min: openBytes, max: whole.length - 1 }),
    by: fc.integer({ min: 1, max: 255 }),
  })
  fc.assert(
    fc.property(place, ({ at, by }) => {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ by
      writeFileSync(file, damaged)
      expect(['damaged-file', 'file-damaged', 'newer-version', 'not-writable']).toContain(verdict({ file, key }))
    }),
    { seed: 20260302, numRuns: 100 },
  )
})

test.each([0, 1, 100, 4096, 40_000])('[V15] a file cut to %i bytes is told as damaged', length => {
  const { file, key } = copySealed(sealed, temporaryFolder())
  writeFileSync(file, readFileSync(file).subarray(0, length))
  expect(['damaged-file', 'file-damaged', 'not-writable']).toContain(verdict({ file, key }))
})

test('[V15] the wrong key and a file of something else are told as damaged', () => {
  const { file, key } = copySealed(sealed, temporaryFolder())
  expect(verdict({ file, key: key.map(byte => byte ^ 1) })).toBe('damaged-file')
  writeFileSync(file, 'x'.repeat(50_000))
  expect(verdict({ file, key })).toBe('damaged-file')
})

test('[V11] a check changes not a byte of the file', () => {
  const { file, key } = copySealed(sealed, temporaryFolder())
  const [before, { mtimeMs }] = [readFileSync(file), statSync(file)]
  expect(verdict({ file, key })).toBe('clean')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(statSync(file).mtimeMs).toBe(mtimeMs)
})
