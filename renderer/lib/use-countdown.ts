import { useEffect, useState } from 'react'

/** Whole seconds left of a wait of `seconds`; it begins anew with every new `cause`. 0 when it is over. */
export function useCountdown(seconds: number, cause: unknown): number {
  const [left, setLeft] = useState(seconds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait, given again for a new cause, starts again
  useEffect(() => {
    const endMs = Date.now() + seconds * 1000
    const tick = (): void => setLeft(Math.max(0, Math.ceil((endMs - Date.now()) / 1000)))
    tick()
    if (seconds <= 0) return
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [seconds, cause])
  return left
}
