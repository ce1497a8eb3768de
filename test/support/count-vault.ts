import { randomUUID } from 'node:crypto'
import type { EnginePort } from '../../core/engine/port.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'

/** Whoever sits there, who keeps the vault, counts what stands in it against closing the day, to the last unit. */
export async function countVaultThrough(port: EnginePort): Promise<void> {
  const closing = must(await port.query({ type: 'preview', command: { type: 'day.close', key: randomUUID() } }))
  const left = !closing.allowed && closing.refusal.type === 'cash-uncounted' ? closing.refusal.cash : []
  for (const { currency, amountMinor } of left.filter(({ kind }) => kind === 'vault')) {
    const counted = [
      { faceMinor: 100_000n, pieces: Number(amountMinor / 100_000n) },
      { faceMinor: 1n, pieces: Number(amountMinor % 100_000n) },
    ].filter(({ pieces }) => pieces > 0)
    must(await port.execute({ type: 'vault.count', key: randomUUID(), currency, counted }))
  }
}

function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.type}`)
  return result.value
}
