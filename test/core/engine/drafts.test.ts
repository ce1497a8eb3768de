import { expect, test } from 'vitest'
import { foundedEngine, must, startEngine } from './made-engine.ts'

const body = '{"key":"k","values":{"amount":"1.5k"}}'

test('[A36] a draft survives lock and restart', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  must(await made.port.execute({ type: 'draft.save', form: 'deposit/1', body }))
  await made.port.execute({ type: 'session.lock' })
  must(await made.signIn('OFF1'))
  expect(must(await made.port.query({ type: 'draft', form: 'deposit/1' }))).toBe(body)
  await made.engine.close()
  const later = await startEngine({ directory: made.directory })
  must(await later.signIn('OFF1'))
  expect(must(await later.port.query({ type: 'draft', form: 'deposit/1' }))).toBe(body)
})

test('[A36] nobody sees another person’s draft, and a discarded one is gone', async () => {
  const made = await foundedEngine()
  must(await made.signIn('OFF1'))
  must(await made.port.execute({ type: 'draft.save', form: 'deposit/1', body }))
  must(await made.signIn('TEL1'))
  expect(must(await made.port.query({ type: 'draft', form: 'deposit/1' }))).toBeNull()
  must(await made.port.execute({ type: 'draft.discard', form: 'deposit/1' }))
  must(await made.signIn('OFF1'))
  expect(must(await made.port.query({ type: 'draft', form: 'deposit/1' }))).toBe(body)
  must(await made.port.execute({ type: 'draft.discard', form: 'deposit/1' }))
  expect(must(await made.port.query({ type: 'draft', form: 'deposit/1' }))).toBeNull()
})

test('[A36] settings keep what is not named, and refuse a host that is none', async () => {
  const { port, signIn } = await foundedEngine()
  must(await signIn('OFF1'))
  const printer = { host: '192.168.1.50', port: 9100, widthMm: 58 } as const
  must(await port.execute({ type: 'device.configure', printer }))
  must(await port.execute({ type: 'device.configure', idleLockMinutes: 7 }))
  expect(must(await port.query({ type: 'settings' }))).toEqual({ printer, idleLockMinutes: 7 })
  for (const host of ['', 'a b', 'a\nb', '../x', 'http://x'])
    expect(await port.execute({ type: 'device.configure', printer: { ...printer, host } })).toMatchObject({
      refusal: { type: 'field-invalid', field: 'printer.host', rule: 'not-a-host' },
    })
  must(await port.execute({ type: 'device.configure', printer: null }))
  expect(must(await port.query({ type: 'settings' }))).toEqual({ printer: null, idleLockMinutes: 7 })
})
