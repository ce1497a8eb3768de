import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { keyringFile } from '../../../core/engine/keyring.ts'
import { ok, refuse } from '../../../core/result.ts'
import { httpTransport } from '../../../core/sync/http-transport.ts'
import type { OpenTransport } from '../../../core/sync/transport.ts'
import { outcomeType } from '../../support/expect.ts'
import { headOffice, join, joinPassphrase, staffIdOf } from './head-office.ts'
import { must, newKey, startEngine } from './made-engine.ts'

/** The way to the server, on which what goes out is lost for as long as `isCut`; what comes in comes in. */
function oneWay(): { readonly transport: OpenTransport; readonly line: { isCut: boolean } } {
  const line = { isCut: false }
  const transport: OpenTransport = url => {
    const opened = httpTransport(url)
    if (!opened.ok) return opened
    return ok(async request =>
      line.isCut && request.path.endsWith('/records')
        ? refuse({ type: 'server-unreachable', timedOut: false })
        : opened.value(request),
    )
  }
  return { transport, line }
}

test.each(['passphrase', 'recovery code'] as const)(
  '[A67][A41] the only person of a laptop is suspended with records unsent: their %s sends them, and opens nothing',
  async way => {
    const office = await headOffice('OFF1')
    const { transport, line } = oneWay()
    const laptop = await startEngine({ transport })
    const { recoveryCode = '' } = must(await join(laptop, office))
    must(await office.port.execute({ type: 'sync.now' }))
    const signIn = (passphrase: string) => laptop.signIn('OFF1', passphrase)
    must(await signIn(joinPassphrase))
    must(await laptop.port.execute({ type: 'sync.now' }))
    line.isCut = true
    must(await laptop.port.execute({ type: 'day.open', key: newKey(), date: businessDate('2026-03-02') }))
    const staffId = await staffIdOf(office, 'OFF1')
    must(await office.port.execute({ type: 'staff.suspend', key: newKey(), staffId }))
    must(await office.port.execute({ type: 'sync.now' }))
    must(await laptop.port.execute({ type: 'sync.now' }))
    const file = path.join(laptop.directory, keyringFile)
    const before = readFileSync(file)
    expect(must(await laptop.port.query({ type: 'session' }))).toMatchObject({ state: 'signed-out', codes: ['OFF1'] })
    expect(readFileSync(file)).toEqual(before)

    expect(outcomeType(await signIn(joinPassphrase))).toBe('staff-suspended')
    laptop.time.pass(120)
    line.isCut = false
    expect(outcomeType(await signIn(way === 'passphrase' ? joinPassphrase : recoveryCode))).toBe('staff-suspended')
    expect(must(await laptop.port.query({ type: 'session' })).state).toBe('signed-out')
    must(await office.port.execute({ type: 'sync.now' }))
    const days = must(await office.port.query({ type: 'journal', limit: 50 }))
    expect(JSON.stringify(days, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))).toContain(
      'day.opened',
    )
  },
)
