import { expect, test } from 'vitest'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { foundedEngine, must, newKey, startEngine, type TestEngine } from './made-engine.ts'

const refusalOf = (result: Result<unknown, Refusal>): Refusal | null => (result.ok ? null : result.refusal)
const passphrase = 'seven green lanterns'
const printer = { host: '192.168.1.50', port: 9100, widthMm: 58 } as const

async function auditor(): Promise<TestEngine> {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const add = {
    type: 'staff.add',
    key: newKey(),
    code: 'AUD1',
    name: 'Joy Naliaka',
    role: 'auditor',
    passphrase,
  } as const
  must(await made.port.execute(add))
  must(
    await made.port.execute({
      type: 'session.sign-in',
      code: 'AUD1',
      passphrase,
    }),
  )
  return made
}

test('[A48] only who may invite devices connects this computer to a server', async () => {
  const { port, signIn } = await foundedEngine()
  for (const code of ['OFF1', 'TEL1'] as const) {
    must(await signIn(code))
    expect(
      refusalOf(
        await port.execute({
          type: 'sync.connect',
          serverUrl: 'https://localhost:1',
          code: 'x',
        }),
      ),
    ).toMatchObject({ type: 'not-permitted', permission: 'device' })
  }
  must(await signIn('MGR1'))
  expect(
    refusalOf(
      await port.execute({
        type: 'sync.connect',
        serverUrl: 'https://localhost:1',
        code: 'x',
      }),
    ),
  ).toMatchObject({
    type: 'invitation-refused',
  })
})

test('[A48] the address of a server has no path, query, fragment or credentials, also where one joins', async () => {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const joining = {
    type: 'device.join',
    key: newKey(),
    invitation: 'x',
    passphrase,
  } as const
  const empty = await startEngine()
  const refusal = {
    type: 'field-invalid',
    field: 'serverUrl',
    rule: 'not-an-address',
  }
  for (const tail of ['/path', '/?q', '?q=1', '#x', '/#']) {
    const serverUrl = `https://branch.example.org${tail}`
    expect(refusalOf(await made.port.execute({ type: 'sync.connect', serverUrl, code: 'x' }))).toEqual(refusal)
    expect(refusalOf(await empty.port.execute({ ...joining, serverUrl }))).toEqual(refusal)
  }
  for (const serverUrl of [
    'https://me:secret@branch.example.org',
    'https://me@branch.example.org',
    'mailto:a@b.example',
  ])
    expect(refusalOf(await made.port.execute({ type: 'sync.connect', serverUrl, code: 'x' }))).toEqual(refusal)
})

test('[A49] an auditor sets no printer, and may still set the lock; the counter sets both', async () => {
  const { port, signIn } = await auditor()
  expect(refusalOf(await port.execute({ type: 'device.configure', printer }))).toMatchObject({ type: 'not-permitted' })
  expect(refusalOf(await port.execute({ type: 'device.configure', printer: null }))).toMatchObject({
    type: 'not-permitted',
  })
  must(await port.execute({ type: 'device.configure', idleLockMinutes: 5 }))
  must(await signIn('TEL1'))
  must(await port.execute({ type: 'device.configure', printer }))
})

test('[A49] a printer stands in the branch’s own network, at a port of receipt printers', async () => {
  const { port, signIn } = await foundedEngine()
  must(await signIn('OFF1'))
  const set = async (changes: object) =>
    refusalOf(
      await port.execute({
        type: 'device.configure',
        printer: { ...printer, ...changes },
      }),
    )
  for (const host of ['10.1.2.3', '172.31.0.9', '127.0.0.1', '::1', 'fd00::5', 'printer-1', 'printer.local'])
    expect([host, await set({ host })]).toEqual([host, null])
  for (const host of [
    '8.8.8.8',
    '172.32.0.1',
    '169.254.169.254',
    '2001:db8::1',
    '::ffff:8.8.8.8',
    'evil.example.org',
    '134744072',
    '0x08080808',
    '010.0.0.1',
  ])
    expect([host, await set({ host })]).toEqual([
      host,
      {
        type: 'field-invalid',
        field: 'printer.host',
        rule: 'not-in-this-network',
      },
    ])
  for (const outside of [22, 9099, 9104])
    expect(await set({ port: outside })).toEqual({
      type: 'field-invalid',
      field: 'printer.port',
      rule: 'not-a-printer-port',
    })
})
