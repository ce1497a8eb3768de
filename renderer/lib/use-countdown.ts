import { useEffect, useState } from 'react'

/** Whole seconds left of a wait that began when `seconds` was given; 0 when it is over. */
export function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const endMs = Date.now() + seconds * 1000
    setLeft(seconds)
    const timer = setInterval(() => {
      const leftSeconds = Math.max(0, Math.ceil((endMs - Date.now()) / 1000))
      setLeft(leftSeconds)
      if (leftSeconds === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
