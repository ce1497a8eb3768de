import { useEffect, useRef } from 'react'

/** The active row of each named grid, by its key; it lasts as long as the window. */
const keptKeys = new Map<string, string>()

/** Where a grid begins: at the row that was left, if it is still there. */
export const placeIn = (place: string | undefined, keys: readonly string[]): number =>
  Math.max(0, place === undefined ? 0 : keys.indexOf(keptKeys.get(place) ?? ''))

/** Remembers the active row, and brings the one that was left into sight once. */
export function useKeptPlace(
  place: string | undefined,
  activeKey: string | undefined,
  bringIntoSight: () => void,
): void {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (place === undefined || activeKey === undefined) return
    if (shown.current !== place && keptKeys.get(place) === activeKey) bringIntoSight()
    shown.current = place
    keptKeys.set(place, activeKey)
  }, [place, activeKey, bringIntoSight])
}
