/** How high the parts of a paper are as they were drawn, in millimetres, in their order. */
export interface BlockHeights {
  /** What is left for them below the head of the first page, and below the running head of the others. */
  readonly first: number
  readonly further: number
  readonly blocks: readonly number[]
}

const mmPerPx = 25.4 / 96

/** Of A4, without its margins. */
const roomMm = 297 - 15 - 12
/** So that what rounding adds never pushes the foot off the page. */
const spareMm = 1.5

/** Measures a paper that is drawn in one piece; null where none is. */
export function measureBlocks(page: Document): BlockHeights | null {
  const heightsOf = (part: string): readonly number[] =>
    [...page.querySelectorAll(`[data-part="${part}"]`)].map(one => one.getBoundingClientRect().height * mmPerPx)
  const [head] = heightsOf('head')
  const [running] = heightsOf('running')
  const [foot] = heightsOf('foot')
  if (head === undefined || running === undefined || foot === undefined) return null
  const room = roomMm - spareMm - foot
  return { first: room - head, further: room - running, blocks: heightsOf('block') }
}
