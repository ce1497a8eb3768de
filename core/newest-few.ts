/** What was computed last, to be found again: as many as are kept, the newest first. What is older is forgotten. */
export interface NewestFew<T> {
  readonly find: (isIt: (one: T) => boolean) => T | undefined
  readonly keep: (one: T) => T
}

export function newestFew<T>(keptMax: number): NewestFew<T> {
  let kept: readonly T[] = []
  return {
    find: isIt => kept.find(isIt),
    keep: one => {
      kept = [one, ...kept.slice(0, keptMax - 1)]
      return one
    },
  }
}
