import type { StreamItem } from './read-page.ts'

/** What was fetched of one stream and not applied yet; `isWhole` when nothing of this round is still to come. */
export interface FetchedStream {
  readonly items: readonly StreamItem[]
  readonly isWhole: boolean
}

/**
 * The items that may be applied now, in the order in which the server took the records in: none may pass one of another stream
 * that is still to come, or an effect would arrive before its cause.
 */
export function mergeStreams(streams: readonly FetchedStream[]): readonly StreamItem[] {
  const horizon = Math.min(...streams.filter(({ isWhole }) => !isWhole).map(({ items }) => items.at(-1)?.position ?? 0))
  return streams
    .flatMap(({ items }) => items.filter(({ position }) => position <= horizon))
    .sort((a, b) => a.position - b.position)
}
