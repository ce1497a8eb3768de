import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localEnvironment } from '../../../core/engine/local-environment.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { type Result, refuse } from '../../../core/result.ts'
import { httpTransport } from '../../../core/sync/http-transport.ts'
import type { OpenTransport } from '../../../core/sync/transport.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice, join, joinPassphrase as passphrase } from './head-office.ts'
import { type ManualTimekeeper, manualTimekeeper, must, newKey, startEngine, temporaryFolder } from './made-engine.ts'

test('[A38] a device joins by invitation: the person it is for signs in and finds the institution', async () => {
  const environment = localEnvironment
  const office = await headOffice('OFF1', { environment })
  const device = await startEngine({ environment })
  const key = newKey()
  const joined = await join(device, office, { key })
  expect(joined).toMatchObject({ ok: true, value: { state: 'signed-out', codes: ['OFF1'] } })
  expect(await join(device, office, { key })).toEqual(joined)
  must(await office.port.execute({ type: 'sync.now' }))
  const session = must(await device.port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase }))
  expect(session).toMatchObject({
    signedIn: { name: 'Amina Yusuf' },
    institution: { name: 'Tumaini Microfinance' },
    branch: { code: '001' },
  })
  const today = new Date().toISOString().slice(0, 10)
  expect(outcomeType(await device.engine.execute({ type: 'day.open', key: newKey(), date: today }))).toBe('posted')
})

/** Lets pauses between tries take a thousandth of their time. */
function hurry(time: ManualTimekeeper): ManualTimekeeper {
  const interval = setInterval(() => time.pass(1), 1)
  onTestFinished(() => clearInterval(interval))
  return time
}

/** A line to the server that is there only while it is said to be. */
function flakyLine(): OpenTransport & { isUp: boolean; cutAfter: number } {
  const line = Object.assign(
    ((url: string) => {
      const opened = httpTransport(url)
      if (!opened.ok) return opened
      const value: Extract<ReturnType<OpenTransport>, { ok: true }>['value'] = request => {
        line.cutAfter -= 1
        const isCut = !line.isUp || line.cutAfter < 0
        return isCut
          ? Promise.resolve(refuse({ type: 'server-unreachable', timedOut: false } as const))
          : opened.value(request)
      }
      return { ok: true, value } as const
    }) as OpenTransport,
    { isUp: true, cutAfter: Number.POSITIVE_INFINITY },
  )
  return line
}

test('[A38] cut off after any request and switched off, the same invitation and passphrase go on with the same log', async () => {
  const office = await headOffice()
  const directory = temporaryFolder()
  let attempts = 0
  let result: Result<unknown, Refusal> | null = null
  for (; result?.ok !== true && attempts < 40; attempts++) {
    const line = flakyLine()
    line.cutAfter = attempts + 1
    const device = await startEngine({ directory, transport: line, time: hurry(manualTimekeeper()) })
    result = await join(device, office)
    if (!result.ok) expect(must(await device.port.query({ type: 'session' })).state).toBe('no-institution')
    await device.engine.close()
    must(await office.port.execute({ type: 'sync.now' }))
  }
  expect(result?.ok).toBe(true)
  expect(attempts).toBeGreaterThan(2)
  expect(must(await office.port.query({ type: 'devices' }))).toHaveLength(2)
  const files = ['attempts.json', 'branch.db', 'device.key', 'engine.lock', 'keyring.json', 'log.head']
  expect(readdirSync(directory).sort()).toEqual(files)
})

test('[A38] another passphrase or another invitation begins anew; nothing is half there', async () => {
  const office = await headOffice()
  const transport = Object.assign(flakyLine(), { isUp: false })
  const device = await startEngine({ transport, time: hurry(manualTimekeeper()) })
  expect(outcomeType(await join(device, office))).toBe('server-unreachable')
  const first = readdirSync(path.join(device.directory, 'joining.part')).sort()
  expect(first).toContain('device.key')
  expect(outcomeType(await join(device, office, { passphrase: 'three oars and a net' }))).toBe('server-unreachable')
  expect(outcomeType(await join(device, office, { invitation: 'AAAA-AAAA' }))).toBe('invitation-refused')
  expect(outcomeType(await join(device, office, { passphrase: '12345678' }))).toBe('field-invalid')
  expect(must(await device.port.query({ type: 'session' })).state).toBe('no-institution')
})

test('[A38] an installation that exists joins nothing', async () => {
  const office = await headOffice()
  expect(outcomeType(await join(office, office))).toBe('institution-exists')
})

test('[A21] locking during a talk with the server answers at once, and the books are closed after it', async () => {
  const office = await headOffice()
  const talk = office.port.execute({ type: 'sync.now' })
  expect(must(await office.port.execute({ type: 'session.lock' })).state).toBe('locked')
  await talk
  expect(readdirSync(office.directory).filter(name => name.startsWith('branch.db'))).toEqual(['branch.db'])
  expect(office.faults).toEqual([])
})
