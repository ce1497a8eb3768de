import { describe, expect, test } from 'vitest'
import {
  changeDraft,
  discardDraft,
  flushDrafts,
  forgetDrafts,
  openDraft,
  useDrafts,
} from '../../../renderer/lib/drafts.ts'
import { foundedEngine, must } from '../../core/engine/made-engine.ts'
import { windowAt } from './window-at.ts'

const form = 'client/new'
const inMemory = () => useDrafts.getState().byForm[form]

async function typedByTeller() {
  const engine = await foundedEngine()
  windowAt(engine.port)
  must(await engine.signIn('TEL1'))
  await openDraft(form)
  changeDraft(form, { givenNames: 'Wanjiku', phone: '0712 345 678' })
  const key = inMemory()?.key
  return { ...engine, key }
}

describe('[W27] a draft', () => {
  test('is there again after a lock, under the same key, and in between nowhere in the window', async () => {
    const { port, signIn, key } = await typedByTeller()
    flushDrafts()
    await port.execute({ type: 'session.lock' })
    forgetDrafts()
    expect(useDrafts.getState().byForm).toEqual({})
    must(await signIn('TEL1'))
    await openDraft(form)
    expect(inMemory()).toEqual({ key, values: { givenNames: 'Wanjiku', phone: '0712 345 678' }, isRestored: true })
    forgetDrafts()
  })

  test('is not begun anew while the engine is locked, which would lose it', async () => {
    const { port } = await typedByTeller()
    flushDrafts()
    await port.execute({ type: 'session.lock' })
    forgetDrafts()
    await openDraft(form)
    expect(inMemory()).toBeUndefined()
  })

  test("is the person's own", async () => {
    const { port, signIn } = await typedByTeller()
    flushDrafts()
    await port.execute({ type: 'session.sign-out' })
    forgetDrafts()
    must(await signIn('OFF1'))
    await openDraft(form)
    expect(inMemory()).toMatchObject({ values: {}, isRestored: false })
    forgetDrafts()
  })

  test('that is discarded is gone, and the next form has another key', async () => {
    const { port, key } = await typedByTeller()
    flushDrafts()
    discardDraft(form)
    expect(inMemory()).toMatchObject({ values: {}, isRestored: false })
    expect(inMemory()?.key).not.toBe(key)
    expect(must(await port.query({ type: 'draft', form }))).toBeNull()
    forgetDrafts()
  })
})
