import { onTestFinished } from 'vitest'
import type { EnginePort } from '../../../core/engine/port.ts'

/** Puts a port where the window's preload puts it, for the length of a test. */
export function windowAt(port: EnginePort): void {
  Object.defineProperty(globalThis, 'window', { value: { branch: port }, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window')
  })
}
