import { useEffect } from 'react'
import { execute } from '../lib/branch.ts'

const everyMs = 20_000

/** Tells the engine that somebody is here, at most every twenty seconds; the engine locks when it hears nothing. */
export function useIdleSignal(): void {
  useEffect(() => {
    let lastMs = 0
    const signal = (): void => {
      const nowMs = Date.now()
      if (nowMs - lastMs < everyMs) return
      lastMs = nowMs
      void execute({ type: 'session.active' })
    }
    const acts = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const act of acts) window.addEventListener(act, signal, { passive: true })
    return () => {
      for (const act of acts) window.removeEventListener(act, signal)
    }
  }, [])
}
