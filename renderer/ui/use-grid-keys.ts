import { type KeyboardEvent, useState } from 'react'
import { placeIn, useKeptPlace } from './kept-place.ts'

interface GridKeys {
  readonly active: number
  readonly setActive: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface GridKeysOptions {
  readonly count: number
  readonly pageSize: number
  readonly onMove: (index: number) => void
  readonly onOpen: ((index: number) => void) | undefined
  /** Under this name the active row is remembered. */
  readonly place?: string | undefined
  readonly rowIds?: readonly string[]
}

function target(key: string, active: number, count: number, pageSize: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'PageDown':
      return Math.min(active + pageSize, count - 1)
    case 'PageUp':
      return Math.max(active - pageSize, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** Arrows, pages, first, last and Enter over the rows of a grid or a list, with one of them active. */
export function useGridKeys({ count, pageSize, onMove, onOpen, place, rowIds = [] }: GridKeysOptions): GridKeys {
  const [wanted, setActive] = useState(() => placeIn(place, rowIds))
  const active = Math.min(wanted, Math.max(count - 1, 0))
  useKeptPlace(place, rowIds[active], () => onMove(active))
  function onKeyDown(event: KeyboardEvent): void {
    if (count === 0 || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(active)
      return
    }
    const next = target(event.key, active, count, pageSize)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    onMove(next)
  }
  return { active, setActive, onKeyDown }
}
