import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width inside an element, in CSS pixels, for as long as it is there; nothing before it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>, isThere: boolean): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const measured = isThere ? element.current : null
    if (!measured) return
    const measure = (): void => setWidth(measured.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element, isThere])
  return width
}
