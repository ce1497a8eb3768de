/** How high a part of a paper is: of a table, what is not its rows, and each of them. */
export interface BlockHeight {
  readonly heightMm: number
  readonly rowMm: number
}

/** How high the parts of a paper are as they were drawn, in their order. */
export interface BlockHeights {
  /** What is left for them below the head of the first page, and below the running head of the others. */
  readonly first: number
  readonly further: number
  readonly blocks: readonly BlockHeight[]
}

const mmPerPx = 25.4 / 96

/** Of A4, without its margins. */
const roomMm = 297 - 15 - 12
/** So that what rounding adds never pushes the foot off the page. */
const spareMm = 1.5

const heightOf = (part: Element): number => part.getBoundingClientRect().height * mmPerPx

function blockHeight(part: Element): BlockHeight {
  const rows = [...part.querySelectorAll('tbody tr')].map(heightOf)
  const inRowsMm = rows.reduce((sum, rowMm) => sum + rowMm, 0)
  return { heightMm: heightOf(part) - inRowsMm, rowMm: Math.max(0, ...rows) }
}

/** Measures a paper that is drawn in one piece; null where none is. */
export function measureBlocks(page: Document): BlockHeights | null {
  const parts = (name: string): readonly Element[] => [...page.querySelectorAll(`[data-part="${name}"]`)]
  const [head] = parts('head')
  const [running] = parts('running')
  const [foot] = parts('foot')
  if (!head || !running || !foot) return null
  const room = roomMm - spareMm - heightOf(foot)
  return {
    first: room - heightOf(head),
    further: room - heightOf(running),
    blocks: parts('block').map(blockHeight),
  }
}
