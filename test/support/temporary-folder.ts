import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A folder of its own for one test, gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nexum-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder for all tests of a file, gone after the last one. */
export function folderForAll(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nexum-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
