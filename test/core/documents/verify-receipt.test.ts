import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { signerOf } from '../../../core/crypto/signing.ts'
import { readReceiptCode, receiptCode } from '../../../core/documents/receipt-code.ts'
import { type Ended, runHere, runProgram } from '../../support/run-program.ts'

const signer = signerOf(new Uint8Array(32).fill(7))
const log = logIdOf(signer.publicKey)
const code = receiptCode(
  {
    institution: '0198f3a2bc4d7e01',
    seq: 42,
    receipt: 17,
    operation: 'savings.deposited',
    accountNumber: '001-0000042-01',
    changeMinor: 150_050n,
    balanceAfterMinor: 250_050n,
    currency: 'KES',
    businessDate: businessDate('2026-03-02'),
    recordedAt: '2026-03-02T09:15:30.123Z',
    recordHash: '00ff10ab20cd30ef',
  },
  signer,
)

const run = async (...options: string[]) => plain(await runHere('verify-receipt.ts', options))
const plain = ({ status, stdout, stderr }: Ended) => ({ status, out: stdout.replaceAll('\u00a0', ' '), err: stderr })

test('[D8] a genuine receipt: says what it says, names the device to compare, exit code 0 for the device asked for', async () => {
  const { status, out } = await run(code, '--device', log)
  expect(status).toBe(0)
  for (const said of [
    'VALID',
    'Deposit',
    'Paid into the account',
    'no. 17',
    '001-0000042-01',
    'KES 1,500.50',
    'KES 2,500.50',
    '2026-03-02',
    log.slice(0, 4),
  ]) {
    expect(out).toContain(said)
  }
})

test('[D8] a reversal says what was reversed and which way the money went', async () => {
  const said = readReceiptCode(code)
  if (!said.ok) throw new Error(said.refusal.type)
  const statement = { ...said.value, operation: 'operation.reversed', changeMinor: -150_050n }
  const reversal = receiptCode({ ...statement, reversedOperation: 'savings.deposited' }, signer)
  const { out } = await run(reversal)
  expect(out).toContain('Reversal of a deposit')
  expect(out).toContain('Paid out of the account')
  expect(out).toContain('KES 1,500.50')
})

test('[D8] the code may come from standard input and the device may be required', async () => {
  expect(runProgram('verify-receipt.ts', ['-', '--device', log], { input: `${code}\n` }).status).toBe(0)
  const other = await run(code, '--device', 'a'.repeat(26))
  expect(other.status).toBe(1)
  expect(other.out).toContain('not of the device')
})

test('[D15] a receipt that somebody signed with a key of their own is not taken for one of the institution', async () => {
  const said = readReceiptCode(code)
  if (!said.ok) throw new Error(said.refusal.type)
  const forged = receiptCode({ ...said.value, changeMinor: 100_000_000n }, signerOf(new Uint8Array(32).fill(9)))
  const { status, out } = await run(forged)
  expect(status).toBe(3)
  expect(out).toMatch(/^NOT KNOWN WHOSE KEY this is\./)
  expect((await run(forged, '--device', log)).status).toBe(1)
})

test('[D15] the first line says whether it is known whose key has signed, and whether the signature is valid', async () => {
  const firstOf = (out: string) => out.split('\n')[0]
  const device = log.replace(/(.{4})(?=.)/g, '$1 ')
  const unasked = await run(code)
  expect(unasked.status).toBe(3)
  expect(firstOf(unasked.out)).toMatch(/^NOT KNOWN WHOSE KEY this is\./)
  expect(firstOf(unasked.out)).toContain(`The signature is VALID for device ${device}, but anybody can make a key`)
  const checked = await run(code, '--device', log)
  expect(firstOf(checked.out)).toBe(`The signature is VALID for device ${device}, the device you asked for.`)
  expect(checked).toMatchObject({ status: 0, out: expect.not.stringContaining('NOT KNOWN') })
})

test('[D15] nothing that a terminal obeys is printed, and a misspelt option does not pass for a check', async () => {
  const { status, out } = await run(code, '--device', 'a\u001b[2K\u202e')
  expect(status).toBe(1)
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(await run(code, `--devise=${log}`)).toMatchObject({ status: 2 })
})

test('[D8] a changed receipt: exit code 1 and the reason in plain words, no stack trace', () => {
  const changed = `${code.slice(0, 80)}${code[80] === 'A' ? 'B' : 'A'}${code.slice(81)}`
  const { status, out, err } = plain(runProgram('verify-receipt.ts', [changed]))
  expect({ status, err }).toEqual({ status: 1, err: '' })
  expect(out).toContain('NOT VALID. The signature is wrong')
})

test('[D8] called without a code: exit code 2 and how to call it', async () => {
  expect(await run()).toMatchObject({ status: 2, err: expect.stringContaining('Usage') })
})
