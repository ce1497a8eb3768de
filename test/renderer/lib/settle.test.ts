import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { EnginePort } from '../../../core/engine/port.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { settle } from '../../../renderer/lib/settle.ts'
import { foundedEngine, must, newKey, workADay } from '../../core/engine/made-engine.ts'
import { windowAt } from './window-at.ts'

const lost = (key: string) => ({ ok: false, refusal: { type: 'outcome-unknown', key } }) as const

interface Losing {
  readonly port: EnginePort
  readonly asked: string[]
}

/** A port whose engine dies at the next command: before it is recorded, or after. The first answer about it is lost too. */
function losing(port: EnginePort, isRecorded: boolean): Losing {
  const asked: string[] = []
  const execute = async (command: { key: string }) => {
    if (isRecorded) must((await port.execute(command as never)) as Result<Outcome, Refusal>)
    return lost(command.key)
  }
  const query = async (input: { type: string; key?: string }) => {
    asked.push(input.key ?? '')
    return asked.length === 1 ? lost(input.key ?? '') : port.query(input as never)
  }
  return { port: { ...port, execute: execute as never, query: query as never }, asked }
}

describe('[W26] an operation whose answer was lost is asked for by its key', () => {
  test.each([
    ['after it was recorded: its outcome is shown, and it counts once', true],
    ['before it was recorded: it is said that nothing was', false],
  ])('%s', async (_title, isRecorded) => {
    const engine = await foundedEngine()
    const { accountId } = await workADay(engine)
    const { port, asked } = losing(engine.port, isRecorded)
    windowAt(port)
    const key = newKey()
    let toldToWait = 0
    const command = { type: 'savings.deposit', key, accountId, amountMinor: 70_000n, currency: 'KES' } as const
    const result = await settle(command, () => toldToWait++, new AbortController().signal)
    expect(result.ok ? result.value.key : result.refusal.type).toBe(isRecorded ? key : 'engine-failed')
    expect(toldToWait).toBe(1)
    expect(asked).toEqual([key, key])
    const { balanceMinor } = must(await engine.port.query({ type: 'account', accountId }))
    expect(balanceMinor).toBe(isRecorded ? 320_000n : 250_000n)
  })

  test('a form that is gone asks no more', async () => {
    const engine = await foundedEngine()
    const { accountId } = await workADay(engine)
    windowAt(losing(engine.port, false).port)
    const gone = new AbortController()
    gone.abort()
    const command = { type: 'savings.deposit', key: newKey(), accountId, amountMinor: 1n, currency: 'KES' } as const
    const result = await settle(command, () => undefined, gone.signal)
    expect(result.ok ? 'posted' : result.refusal.type).toBe('outcome-unknown')
  })
})
