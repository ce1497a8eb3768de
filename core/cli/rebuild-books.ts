import { rebuildProjections } from '../storage/rebuild.ts'
import type { Verification } from '../verification/verification.ts'
import { verifyBooks } from '../verification/verify-books.ts'
import { notShown } from './no-place.ts'
import { notNoted, type OpenedAtTerminal } from './open-at-terminal.ts'
import { findingsText, printProgress, verificationText } from './verification-text.ts'

/**
 * Makes everything that follows from the journal anew, prints what was different before and what the books are now. A journal that
 * is not as it was signed is left as it is: a rebuild would put its faults into the balances. 0 when the books are clean, 2 for who has
 * no place in clean books. Rules: V11, V17.
 */
export function rebuildBooks(opened: OpenedAtTerminal): 0 | 1 | 2 {
  const { books, file, code, note } = opened
  const options = { depth: 'full', onProgress: printProgress } as const
  const before = verifyBooks(books, options)
  const stranger = notShown(opened, before)
  if (stranger !== null) {
    books.close()
    console.error(`CANNOT BE OPENED. ${stranger}`)
    return 2
  }
  const rebuilt = before.isJournalWhole ? rebuildProjections(books) : null
  const after = rebuilt?.ok ? verifyBooks(books, options) : before
  if (!note('verified', 'terminal.rebuild')) console.log(notNoted)
  books.close()
  console.log(verificationText(after, { file, code, isWritten: rebuilt?.ok === true }))
  console.log(['', ...(rebuilt?.ok ? rebuiltText(before, rebuilt.value) : notRebuiltText)].join('\n'))
  return after.isClean ? 0 : 1
}

const rebuiltText = (before: Verification, records: number): readonly string[] => [
  `REBUILT from ${records.toLocaleString('en')} records.`,
  ...(before.isClean ? ['Nothing was different before.'] : ['Before, this was different:', ...findingsText(before)]),
]

const notRebuiltText = [
  'NOT REBUILT. The journal itself is not whole: a rebuild would make balances of what nobody signed. Nothing was changed.',
  'Go on from the newest copy that is clean, and keep this file for whoever examines it.',
]
