import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { demonstrationPassphrase } from '../../../core/demo/demonstration-people.ts'
import { cacheFolder } from '../../../electron/runtime/cache-folder.ts'
import { hasDisplay } from '../../../electron/runtime/system-packages.ts'
import { decodeEscpos } from '../../core/documents/support/decode-escpos.ts'
import { coloursOf, readPng } from '../../support/read-png.ts'
import { runProgram } from '../../support/run-program.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type Ended, projectFolder, start, withoutDisplay } from './support/start.ts'

const demoFolder = path.join(projectFolder, 'out', 'demo')
const screens = ['my-day', 'client', 'account', 'deposit', 'new-loan', 'loan', 'portfolio', 'drawer', 'journal', 'sync']
const inReadme = fs.readdirSync(path.join(projectFolder, 'test', 'pictures'))

/** What `npm start` does in a home where nothing of ours is, with its books where they can be looked at afterwards. */
function startIn(home: string, books: string): Promise<Ended> {
  const own = { HOME: home, TMPDIR: path.join(home, 'tmp'), NEXUM_RUNTIME_CACHE: cacheFolder }
  fs.mkdirSync(own.TMPDIR)
  return hasDisplay
    ? start(['--demo', `--data-dir=${books}`], { ...process.env, ...own })
    : start([`--data-dir=${books}`], { ...withoutDisplay(), ...own })
}

const named = (stdout: string, what: string): readonly string[] =>
  [...stdout.matchAll(new RegExp(`^${what}: (.*)$`, 'gm'))].map(([, file]) => file ?? '')

const textOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

function codeIn(picture: string): string | undefined {
  const { bytes, width, height } = readPng(fs.readFileSync(picture))
  const read = (jsqr as unknown as { default: typeof jsqr }).default ?? jsqr
  return read(bytes, width, height)?.data
}

test('[W51] the first command plays the day to its end, and its papers, pictures and books say what it told', async () => {
  const home = temporaryFolder()
  const books = path.join(temporaryFolder(), 'branch')
  fs.mkdirSync(demoFolder, { recursive: true })
  fs.writeFileSync(path.join(demoFolder, 'of-an-earlier-day.txt'), '')
  const { status, stdout, stderr } = await startIn(home, books)
  expect(status, stderr).toBe(0)

  const [receipt = '', escpos = '', statement = '', keyFacts = '', agreement = ''] = named(stdout, 'Paper')
  const pictures = named(stdout, 'Picture')
  const files = [receipt, escpos, statement, keyFacts, agreement, ...pictures]
  expect(files.map(file => path.dirname(file)).filter(folder => folder !== demoFolder)).toEqual([])
  expect(fs.readdirSync(demoFolder).sort()).toEqual(files.map(file => path.basename(file)).sort())
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(`The demonstration is done. Everything lies in ${demoFolder}`)

  const onReceipt = textOfPdf(receipt)
  for (const words of [
    'Tumaini Microfinance',
    'Achieng Mary Odhiambo',
    'KES 5,000.00',
    'Five thousand Kenyan shillings',
  ])
    expect(onReceipt).toContain(words)
  const onStatement = textOfPdf(statement)
  for (const words of ['Achieng Mary Odhiambo', '5,000.00', '1,200.00', '3,800.00'])
    expect(onStatement).toContain(words)
  for (const paper of [keyFacts, agreement].map(textOfPdf))
    for (const words of ['Wafula Barasa', '30,000.00']) expect(paper).toContain(words)
  const printed = decodeEscpos(fs.readFileSync(escpos))
  expect(printed.lines.map(({ text }) => text).join('\n')).toContain('5,000.00')
  const code = codeIn(path.join(demoFolder, 'receipt.png'))
  expect(code).toBe(printed.code?.text)
  const checked = runProgram('verify-receipt.ts', [code ?? ''])
  expect(checked.stdout).toContain('The signature is VALID')
  expect(checked.stdout).toMatch(/Amount +KES\s5,000\.00/)
  expect(checked.status).toBe(3)

  const names = [...screens, ...screens.map(name => `${name}-dark`), 'receipt'].map(name => `${name}.png`)
  expect(pictures.map(file => path.basename(file)).sort()).toEqual(names.sort())
  expect(names).toEqual(expect.arrayContaining(inReadme))
  for (const file of pictures) {
    const picture = readPng(fs.readFileSync(file))
    expect([picture.width, picture.height], file).toEqual(file.endsWith('receipt.png') ? [700, 992] : [1280, 800])
    expect(coloursOf(picture), file).toBeGreaterThan(100)
  }
  const [day, night] = ['my-day.png', 'my-day-dark.png'].map(name => fs.readFileSync(path.join(demoFolder, name)))
  expect(day).not.toEqual(night)

  const passphrase = demonstrationPassphrase
  const verified = runProgram('verify.ts', [path.join(books, 'branch.db'), '--staff', 'HO1'], { passphrase })
  expect(verified.status, verified.stdout + verified.stderr).toBe(0)
  const acknowledged = [...stdout.matchAll(/acknowledged all (\d+) records/g)].map(([, count]) => count)
  expect(acknowledged).toHaveLength(2)
  expect(verified.stdout).toContain('CLEAN. ')
  expect(verified.stdout).toContain(`held this installation's log up to no. ${acknowledged[1]} `)
  expect(stdout).toMatch(/debits KES (\S+), credits KES \1\./)
  expect(fs.readdirSync(path.join(home, 'tmp')).filter(name => name.startsWith('nexum'))).toEqual([])
})
