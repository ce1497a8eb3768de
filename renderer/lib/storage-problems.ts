import type { StorageProblem } from '../../core/query/session-answers.ts'

/** Each has a page of its own; a problem that is missing here does not compile. */
const pages: Readonly<Record<StorageProblem, true>> = {
  'second-instance': true,
  'damaged-file': true,
  'key-missing': true,
  'key-unreadable': true,
  'keychain-gone': true,
  'disk-full': true,
  'newer-version': true,
  'file-missing': true,
  'not-writable': true,
  'restored-copy': true,
  'head-missing': true,
}

/** Whether a refusal names a problem with the files, rather than what the system said. */
export const isStorageProblem = (code: string): code is StorageProblem => Object.hasOwn(pages, code)
