import { randomUUID } from 'node:crypto'
import { present } from '../../core/assert.ts'
import type { EnginePort } from '../../core/engine/port.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'

/** Whoever sits there, who keeps the vault, counts what moved in it to the last unit. */
export async function countVaultThrough(port: EnginePort): Promise<void> {
  const { places } = present(must(await port.query({ type: 'cash-position' })), 'a day is open')
  for (const { kind, isUncounted, currency, closingMinor } of places) {
    if (kind !== 'vault' || !isUncounted) continue
    const counted = [
      { faceMinor: 100_000n, pieces: Number(closingMinor / 100_000n) },
      { faceMinor: 1n, pieces: Number(closingMinor % 100_000n) },
    ].filter(({ pieces }) => pieces > 0)
    must(await port.execute({ type: 'vault.count', key: randomUUID(), currency, counted }))
  }
}

function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.type}`)
  return result.value
}
