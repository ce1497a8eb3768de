import { expect, test } from 'vitest'
import { verificationText } from '../../../core/cli/verification-text.ts'
import type { KnownHead } from '../../../core/verification/verification.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

const told = ({ books }: Branch, knownHeads: readonly KnownHead[] = []): string =>
  verificationText(verifyBooks(books, { knownHeads }), { file: 'branch.db', code: 'OFF1', isWritten: false })
const unproved = 'What a file cannot prove by itself is that it is the newest'

test('[V16] clean books without a server and without heads say that they may be an older copy', () => {
  const text = told(makeBranch())
  expect(text).toContain('CLEAN. The journal is whole and signed')
  expect(text).toContain('No server has seen any of it.')
  expect(text).toContain(unproved)
})

test('[V16] with heads of an earlier check the books are known not to be older than it', () => {
  const branch = makeBranch()
  const [log] = verifyBooks(branch.books).logs
  const text = told(branch, [{ log: log?.logId ?? '', seq: log?.seq ?? 0, hash: log?.hash ?? new Uint8Array() }])
  expect(text).toContain('It still holds the record that --head named')
  expect(text).not.toContain(unproved)
})

test('[V16] the receipts of a server say up to which record and when it has seen the log', async () => {
  const { branch, server, client } = await connectedBranch()
  await client.syncNow()
  const [at] = branch.books.db.prepare('SELECT server_time FROM server_receipt WHERE seq = 2').pluck().all()
  expect(verifyBooks(branch.books).seenByServer).toEqual({ seq: 2, at })
  openForBusiness(branch)
  const text = told(branch)
  expect(text).toContain("A server has signed that it held this installation's log up to no. 2 on 2026-03-02 08:")
  expect(text).toContain('it ends here at no. 6.')
  expect(text).toContain(unproved)
  await server.close()
  removeFolder(server.folder)
})

test('[V15] a check that could not go on says what it did not look at', () => {
  const whole = verifyBooks(makeBranch().books)
  const damage = { type: 'file-damaged', where: 'SQLITE_CORRUPT' } as const
  const cut = { ...whole, isClean: false, isFinished: false, findings: [damage], findingCount: 1 }
  const tellCut = (records: number): string =>
    verificationText(
      { ...cut, counts: { records, lines: 0, blobs: 0 } },
      { file: 'branch.db', code: 'OFF1', isWritten: false },
    )
  expect(tellCut(0)).toContain('no record was checked to its end')
  expect(tellCut(1024)).toContain('COULD NOT GO ON after 1,024 records')
  expect(tellCut(0)).toContain('Not checked: all records after these')
  expect(tellCut(0)).toContain('The file itself is damaged: SQLITE_CORRUPT.')
  expect(tellCut(0)).not.toContain('Everything was checked')
})
