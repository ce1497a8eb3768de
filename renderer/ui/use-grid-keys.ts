import { type KeyboardEvent, useEffect, useState } from 'react'
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
  readonly rowIds: readonly string[]
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

/** Arrows, pages, first, last and Enter over the rows of a grid, with one of them active. */
export function useGridKeys({ count, pageSize, onMove, onOpen, place, rowIds }: GridKeysOptions): GridKeys {
  const { active, setActive } = useActiveRow(place, rowIds)
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

/** The active row stays the same row when others come or go above it: a key acts on what the person sees marked. */
function useActiveRow(place: string | undefined, rowIds: readonly string[]): Pick<GridKeys, 'active' | 'setActive'> {
  const begin = (): RowMark => ({ place, index: placeIn(place, rowIds), id: undefined })
  const [kept, setMark] = useState<RowMark>(begin)
  const mark = kept.place === place ? kept : begin()
  const active = placeOf(mark, rowIds)
  const id = rowIds[active]
  useEffect(() => {
    if (kept.place !== place || kept.index !== active || kept.id !== id) setMark({ place, index: active, id })
  }, [kept, place, active, id])
  return { active, setActive: index => setMark({ place, index, id: rowIds[index] }) }
}

interface RowMark {
  /** Of which list: another one begins where it was left itself. */
  readonly place: string | undefined
  readonly index: number
  readonly id: string | undefined
}

function placeOf({ index, id }: RowMark, rowIds: readonly string[]): number {
  const moved = id === undefined || rowIds[index] === id ? -1 : rowIds.indexOf(id)
  return moved >= 0 ? moved : Math.max(0, Math.min(index, rowIds.length - 1))
}
