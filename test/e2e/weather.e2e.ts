import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { passphraseSlotsOf, readKeyring } from '../../core/engine/keyring.ts'
import { openWithPassphrase } from '../../core/engine/open-keys.ts'
import { type Books, openBooks } from '../../core/storage/books.ts'
import { openInstallationFolder } from '../../core/storage/installation-folder.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { foundedPassphrase, founding, launchFounded } from './support/launch-founded.ts'
import { pagePort } from './support/page-port.ts'

/** Made when the tests begin, not when they are listed. */
let root = ''
const temporary = (name: string): string => fs.mkdtempSync(path.join(root, `${name}-`))
const master = (): string => path.join(root, 'master')

const heading = ({ page }: Branch, name: string) => page.getByRole('heading', { level: 1, name })
const button = ({ page }: Branch, name: string) => page.getByRole('button', { name, exact: true })

async function signIn({ page }: Branch, secret = foundedPassphrase, label = 'Passphrase'): Promise<void> {
  await page.getByRole('radio', { name: 'HO1' }).check()
  await page.getByLabel(label, { exact: true }).fill(secret)
  await page.getByLabel(label, { exact: true }).press('Enter')
}

const expectDesk = ({ page }: Branch) => expect(page.getByRole('banner').getByText('Grace Wanjiru')).toBeVisible()

/** The page says what is safe, offers to save before anything else, saves with the keyboard alone, and deletes nothing. */
async function expectRescueFirst(branch: Branch, saved: readonly string[]): Promise<void> {
  const { page } = branch
  const titles = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(titles).toEqual(['What happened', 'What is safe', 'First, save what is unsent', 'Then'])
  await expect(page.getByRole('button', { name: /delete|remove|erase|reset|new books/i })).toHaveCount(0)
  const stick = temporary('stick')
  await page.getByLabel('Folder', { exact: true }).fill(stick)
  await page.getByLabel('Folder', { exact: true }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved to' })).toBeVisible()
  const [folder = ''] = fs.readdirSync(stick)
  expect(fs.readdirSync(path.join(stick, folder))).toEqual(expect.arrayContaining([...saved]))
}

interface Weather {
  readonly problem: string
  readonly title: string
  readonly spoil: (folder: string) => void
  /** It is met in the books, so it shows only when somebody signs in. */
  readonly isInside?: true
  readonly saved: readonly string[]
}

const file = (folder: string, name: string): string => path.join(folder, name)
const garble = (name: string, place: number) => (folder: string) => {
  const bytes = fs.readFileSync(file(folder, name))
  bytes.fill(0x5a, place, place + 64)
  fs.writeFileSync(file(folder, name), bytes)
}

/** The books beside the application, under the key that the person's slot gives. */
async function booksIn(folder: string): Promise<Books> {
  const keyring = readKeyring(openInstallationFolder(folder))
  const slots = keyring ? passphraseSlotsOf(keyring, 'HO1') : []
  const opened = await openWithPassphrase(slots, foundedPassphrase, null)
  const [key] = opened?.keys.databaseKeys ?? []
  if (!key) throw new Error('the slot opens')
  const books = openBooks({ file: file(folder, 'branch.db'), key })
  if (!books.ok) throw new Error(books.refusal)
  return books.value
}

async function makeNewer(folder: string): Promise<void> {
  const books = await booksIn(folder)
  books.db.pragma('user_version = 9999')
  books.close()
}

/** A disk that fails under the running application: what it has read once it reads again after somebody else has written. */
async function spoilInMidWork(folder: string): Promise<void> {
  const beside = await booksIn(folder)
  fs.writeFileSync(file(folder, 'branch.db'), fs.readFileSync(file(folder, 'branch.db')).fill(0x5a, 4096))
  beside.db.pragma(`user_version = ${Number(beside.db.pragma('user_version', { simple: true }))}`)
  beside.close()
}

const weathers: readonly Weather[] = [
  {
    problem: 'key-missing',
    title: 'The key is missing',
    spoil: folder => fs.rmSync(file(folder, 'keyring.json')),
    saved: ['branch.db'],
  },
  {
    problem: 'key-unreadable',
    title: 'The key cannot be read',
    spoil: folder => fs.truncateSync(file(folder, 'keyring.json'), 40),
    saved: ['branch.db', 'keyring.json'],
  },
  {
    problem: 'damaged-file',
    title: 'The file is damaged',
    spoil: garble('branch.db', 20_000),
    isInside: true,
    saved: ['branch.db', 'keyring.json'],
  },
]

test.describe.configure({ mode: 'serial' })
test.afterAll(() => fs.rmSync(root, { recursive: true, force: true }))
test.beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-weather-'))
  const branch = await launchFounded({ dataFolder: master() })
  await branch.signIn('HO1')
  await branch.close()
})

for (const { problem, title, spoil, isInside, saved } of weathers) {
  test(`[W34] ${problem}: said as it is, the unsent is saved first, and the mended files open again`, async () => {
    const folder = path.join(temporary(problem), 'branch')
    fs.cpSync(master(), folder, { recursive: true })
    spoil(folder)
    const branch = await launchBranch({ dataFolder: folder })
    if (isInside) await signIn(branch)
    await expect(heading(branch, title)).toBeVisible()
    await expect(button(branch, 'Choose a folder')).toBeFocused()
    await branch.picture(`weather-${problem}`)
    await expectRescueFirst(branch, saved)
    fs.cpSync(master(), folder, { recursive: true })
    await (isInside ? signIn(branch) : button(branch, 'Try again').click())
    if (!isInside) await signIn(branch)
    await expectDesk(branch)
    await branch.close()
  })
}

test('[W34][A34] books found damaged in the middle of work: the page says so, saves first, and opens the mended ones', async () => {
  const folder = path.join(temporary('mid-work'), 'branch')
  fs.cpSync(master(), folder, { recursive: true })
  const branch = await launchBranch({ dataFolder: folder })
  await signIn(branch)
  await expectDesk(branch)
  await spoilInMidWork(folder)
  await branch.page.evaluate(() => {
    window.location.hash = '#/journal'
  })
  await expect(heading(branch, 'The file is damaged')).toBeVisible()
  await expectRescueFirst(branch, ['branch.db', 'keyring.json'])
  for (const name of ['branch.db', 'branch.db-wal', 'branch.db-shm']) fs.rmSync(file(folder, name), { force: true })
  fs.cpSync(master(), folder, { recursive: true })
  await signIn(branch)
  await expectDesk(branch)
  await branch.close()
})

test('[W34] newer books are named as such, can be saved, and are left to the newer program', async () => {
  const folder = path.join(temporary('newer'), 'branch')
  fs.cpSync(master(), folder, { recursive: true })
  await makeNewer(folder)
  const branch = await launchBranch({ dataFolder: folder })
  await signIn(branch)
  await expect(heading(branch, 'The books are from a newer version')).toBeVisible()
  await branch.picture('weather-newer-version')
  await expectRescueFirst(branch, ['branch.db', 'keyring.json'])
  await branch.close()
})

test('[W34] without the books nothing is made in their place; they are there again when the disk is', async () => {
  const folder = path.join(temporary('missing'), 'branch')
  fs.cpSync(master(), folder, { recursive: true })
  fs.renameSync(file(folder, 'branch.db'), file(folder, 'elsewhere'))
  const branch = await launchBranch({ dataFolder: folder })
  await expect(heading(branch, 'The file is missing')).toBeVisible()
  await expect(button(branch, 'Try again')).toBeFocused()
  await branch.picture('weather-file-missing')
  expect(fs.existsSync(file(folder, 'branch.db'))).toBe(false)
  fs.renameSync(file(folder, 'elsewhere'), file(folder, 'branch.db'))
  await branch.page.keyboard.press('Enter')
  await signIn(branch)
  await expectDesk(branch)
  await branch.close()
})

test('[W34][A33] a second window is told so, and takes over when the first has gone', async () => {
  const folder = path.join(temporary('second'), 'branch')
  fs.cpSync(master(), folder, { recursive: true })
  const first = await launchBranch({ dataFolder: folder })
  await expect(heading(first, 'Sign in')).toBeVisible()
  const second = await launchBranch({ dataFolder: folder })
  await expect(heading(second, 'Already open')).toBeVisible()
  await second.picture('weather-second-instance')
  await expectRescueFirst(second, ['branch.db', 'keyring.json'])
  await first.close()
  await button(second, 'Try again').click()
  await signIn(second)
  await expectDesk(second)
  await second.close()
})

test('[W34][A25] a keychain that is gone: the recovery code opens, and passphrases work again', async () => {
  const folder = path.join(temporary('keychain'), 'branch')
  const kept = await launchBranch({ dataFolder: folder })
  await haveKeychain(kept)
  const made = await pagePort(kept.page).execute({ type: 'institution.create', key: randomUUID(), founding })
  if (!made.ok) throw new Error(made.refusal.type)
  const recoveryCode = made.value.recoveryCode ?? ''
  await kept.close()
  const branch = await launchBranch({ dataFolder: folder })
  await expect(heading(branch, "The system's keychain does not answer")).toBeVisible()
  await branch.picture('weather-keychain-gone')
  await expectRescueFirst(branch, ['branch.db', 'keyring.json'])
  await haveKeychain(branch)
  await signIn(branch, recoveryCode, 'Recovery code')
  await expectDesk(branch)
  await branch.page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signIn(branch)
  await expectDesk(branch)
  await branch.close()
})

/** This computer's keychain for as long as the program runs: the next start has none. */
const haveKeychain = ({ app }: Branch): Promise<void> =>
  app.evaluate(({ safeStorage }) => {
    Object.assign(safeStorage, {
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`kept:${text}`)),
      decryptStringAsync: (box: Buffer) => Promise.resolve({ result: box.toString().slice('kept:'.length) }),
    })
  })

test('[W35] a window that is loaded again before it has come stays', async () => {
  const branch = await launchBranch({ dataFolder: master() })
  for (let time = 0; time < 3; time += 1) await branch.page.evaluate(() => window.location.reload()).catch(() => null)
  await expect(heading(branch, 'Sign in')).toBeVisible()
  await branch.close()
})

/** A disk of a certain size is made by a root that may mount; elsewhere a full disk is met by the engine's own tests. */
function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const disk = temporary('no-disk')
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0
  return isMounted && spawnSync('umount', [disk]).status === 0
}

test.describe('on a disk that is full', () => {
  let disk = ''
  const ballast = (): string => path.join(disk, 'ballast')
  test.beforeAll(({ playwright: _ }, { skip }) => {
    skip(!mayMount(), 'only a root that the system lets mount can make a small disk')
    disk = temporary('disk')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk])
    fs.cpSync(master(), path.join(disk, 'branch'), { recursive: true })
  })
  test.afterAll(() => disk !== '' && execFileSync('umount', [disk]))

  /** Takes what is left, to the last block. */
  function fill(): void {
    const file = fs.openSync(ballast(), 'a')
    try {
      for (let block = 1 << 20; block >= 512; block /= 2) while (isTaken(file, block));
    } finally {
      fs.closeSync(file)
    }
  }
  function isTaken(file: number, block: number): boolean {
    try {
      return fs.writeSync(file, Buffer.alloc(block)) === block
    } catch {
      return false
    }
  }

  test('[W34][V14] an operation is refused with a way to save the records; the same Enter posts it once there is room', async () => {
    const branch = await launchBranch({ dataFolder: path.join(disk, 'branch') })
    const { page } = branch
    await signIn(branch)
    await expectDesk(branch)
    const accountId = await openAccount(branch)
    await page.evaluate(id => {
      window.location.hash = `#/deposit/${id}`
    }, accountId)
    await page.getByLabel('Amount paid in').fill('5,000')
    await page.keyboard.press('Enter')
    await expect(button(branch, 'Post the deposit')).toBeFocused()
    fill()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('The disk is full. Nothing was recorded.')
    await expect(button(branch, 'Save the records first')).toBeVisible()
    await expect(button(branch, 'Post the deposit')).toBeFocused()
    await branch.picture('weather-full-deposit')
    fs.rmSync(ballast())
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status', { name: 'Deposit recorded · receipt no. 1' })).toBeVisible()
    await branch.close()
  })

  test('[W34] who cannot even sign in for it has a page of its own, saves elsewhere, and goes on once there is room', async () => {
    const branch = await launchBranch({ dataFolder: path.join(disk, 'branch') })
    await expect(heading(branch, 'Sign in')).toBeVisible()
    fill()
    await signIn(branch)
    await expect(heading(branch, 'The disk is full')).toBeVisible()
    await branch.picture('weather-disk-full')
    await expectRescueFirst(branch, ['branch.db', 'keyring.json'])
    fs.rmSync(ballast())
    await signIn(branch)
    await expectDesk(branch)
    await branch.close()
  })

  async function openAccount({ page }: Branch): Promise<string> {
    const port = pagePort(page)
    const must = async (command: object): Promise<Readonly<Record<string, string>>> => {
      const result = await port.execute({ key: randomUUID(), ...command } as never)
      if (!result.ok) throw new Error(result.refusal.type)
      return (result.value as { readonly created: Readonly<Record<string, string>> }).created
    }
    const today = new Date().toISOString().slice(0, 10)
    await must({ type: 'day.open', date: today })
    await must({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 10 }] })
    const client = { givenNames: 'Achieng', sex: 'female', birthDate: '1988-04-17' }
    const { clientId } = await must({ type: 'client.register', client })
    const { accountId = '' } = await must({ type: 'savings.open', clientId, productId: 'current-account' })
    return accountId
  }
})
