import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runHere, runProgram } from '../../support/run-program.ts'
import { sealBranch, sealedPassphrase, writeTestKeyring } from '../../support/sealed-branch.ts'
import { folderForAll, temporaryFolder } from '../../support/temporary-folder.ts'
import { foundedEngine, passphrases, workADay } from '../engine/made-engine.ts'

const sealed = sealBranch(folderForAll())
const given = { passphrase: sealedPassphrase }
const runExport = (...args: string[]) => runHere('export.ts', args, given)

beforeAll(() =>
  writeTestKeyring(sealed, {
    OFF1: sealed.branch.desk('officer').staffId,
    MGR1: sealed.branch.desk('manager').staffId,
  }),
)

/** An export by the very program, of books beside which the installation's key lies. */
async function signedExport(): Promise<{ readonly folder: string; readonly log: string }> {
  const made = await foundedEngine()
  await workADay(made)
  await made.engine.close()
  const folder = path.join(temporaryFolder(), 'export')
  const passphrase = passphrases.MGR1
  const { status, stdout } = runProgram('export.ts', [made.directory, '--to', folder, '--staff', 'MGR1'], {
    passphrase,
  })
  expect(status).toBe(0)
  expect(stdout).toContain('The control block is signed by this installation.')
  const [, log = ''] =
    /^device ([a-z2-7]{26}) key /m.exec(readFileSync(path.join(folder, 'books.control.txt'), 'utf8')) ?? []
  return { folder, log }
}

describe('npm run export -- --check', () => {
  test('[X13] an export is whole, and signed by the device that it names', async () => {
    const { folder, log } = await signedExport()
    expect(await runExport('--check', folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`WHOLE. Signed by device ${log}`),
    })
    expect(await runExport('--check', folder, '--device', log)).toMatchObject({ status: 0 })
    const other = await runExport('--check', folder, '--device', 'a'.repeat(26))
    expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining(`is signed by ${log}, not by`) })
  })

  test('[X13] whatever is changed, cut, missing or added is named', async () => {
    const { folder: whole } = await signedExport()
    const checked = async (spoil: (file: (name: string) => string) => void): Promise<string> => {
      const folder = path.join(temporaryFolder(), 'spoiled')
      cpSync(whole, folder, { recursive: true })
      spoil(name => path.join(folder, name))
      const { status, stdout } = await runExport('--check', folder)
      expect(status).toBe(1)
      return stdout
    }
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(file, 'utf8')
      expect(text).toMatch(from)
      writeFileSync(file, text.replace(from, to))
    }
    expect(await checked(file => truncateSync(file('books.journal'), 3000))).toMatch(
      /books\.journal is not as it was written\. It has 3000 bytes, and had \d+; its control block is cut off\./,
    )
    expect(await checked(file => edit(file('books.journal'), / KES 2500\.00\n/, ' KES 2500.01\n'))).toContain(
      'books.journal is not as it was written. It was changed.',
    )
    expect(
      await checked(file => edit(file('books.beancount'), /counts (\d+) records/, 'counts 1$1 records')),
    ).toContain('its control block has other figures')
    expect(await checked(file => appendFileSync(file('books-lines.csv'), 'x\n'))).toContain('books-lines.csv is not as')
    expect(await checked(file => rmSync(file('books-trial-balance.csv')))).toContain(
      'books-trial-balance.csv is missing',
    )
    expect(await checked(file => writeFileSync(file('more.journal'), ''))).toContain('more.journal does not belong')
    expect(await checked(file => edit(file('books.control.txt'), /records (\d+) to/, 'records 2 to'))).toContain(
      'books.control.txt is damaged, or its signature does not fit',
    )
    expect(await checked(file => truncateSync(file('books.control.txt'), 400))).toContain(
      'books.control.txt is damaged',
    )
    expect(
      await checked(file => edit(file('books.control.txt'), /^device .*\nsignature .*\n/m, 'device none\n')),
    ).toContain('books.control.txt.sha256 is missing, or is not that of books.control.txt')
    expect(await checked(file => rmSync(file('books.journal.sha256')))).toContain('books.journal.sha256 is missing')
  })

  test('[X13] where there is no export it ends with 2', async () => {
    expect(await runExport('--check', temporaryFolder())).toMatchObject({ status: 2, stdout: '' })
    expect(await runExport('--check', '/nowhere/at/all')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('npm run export', () => {
  test('[X12] without the installation’s key the control block is not signed, and that is said', async () => {
    const folder = path.join(temporaryFolder(), 'export')
    const { status, stdout } = await runExport(sealed.file, '--to', folder, '--staff', 'MGR1')
    expect(status).toBe(0)
    expect(stdout).toContain('NOT SIGNED')
    expect(await runExport('--check', folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('It is not signed'),
    })
  })

  test('[X8] formats, days, months and branch are as asked for', async () => {
    const files = async (...args: string[]): Promise<readonly string[]> => {
      const folder = path.join(temporaryFolder(), 'export')
      expect(await runExport(sealed.file, '--to', folder, '--staff', 'MGR1', ...args)).toMatchObject({ status: 0 })
      return readdirSync(folder)
        .filter(name => !name.endsWith('.sha256'))
        .sort()
    }
    expect(await files('--format', 'csv')).toEqual(['books-lines.csv', 'books-trial-balance.csv', 'books.control.txt'])
    expect(await files('--format', 'ledger', '--monthly')).toEqual(['2026-03.control.txt', '2026-03.journal'])
    expect(
      await files('--format', 'beancount', '--from', '2026-03-02', '--until', '2026-03-31', '--branch', '001'),
    ).toEqual(['books.beancount', 'books.control.txt'])
  })

  test('[X15] what is not called rightly, or has no room, exports nothing and says why', async () => {
    const folder = temporaryFolder()
    const target = path.join(folder, 'export')
    const refused = async (...args: string[]) => {
      const { status, stdout, stderr } = await runExport(...args)
      expect({ stdout, names: readdirSync(folder) }).toEqual({ stdout: '', names: [] })
      return `${status} ${stderr}`
    }
    const staff = ['--staff', 'MGR1']
    expect(await refused()).toContain('2 Usage:')
    expect(await refused(sealed.file, ...staff)).toContain('2 Usage:')
    expect(await refused(sealed.file, '--to', target, ...staff, '--format', 'pdf')).toContain('2 Usage:')
    expect(await refused(sealed.file, '--to', target, ...staff, '--from', '2026-02-30')).toContain('2 Usage:')
    expect(await refused(path.join(folder, 'nothing.db'), '--to', target)).toContain(
      '2 CANNOT BE OPENED. There are no books',
    )
    expect(await refused(sealed.file, '--to', sealed.folder, ...staff)).toContain('is not empty')
    expect(await refused(sealed.file, '--to', sealed.file, ...staff)).toContain('is a file')
    expect(await refused(sealed.file, '--to', target, ...staff, '--branch', '999')).toContain(
      '1 NOT EXPORTED. The books have no branch',
    )
    expect(
      await refused(sealed.file, '--to', target, ...staff, '--from', '2026-03-09', '--until', '2026-03-01'),
    ).toContain('The first day is after the last one.')
  })
})
