import type { PaperBlock } from '../../core/documents/loan-papers/paper-blocks.ts'
import type { TableRow } from '../../core/documents/table-cells.ts'
import type { BlockHeights } from './block-heights.ts'
import { broughtForwardRow } from './brought-forward.ts'

/** As tables are drawn: the space above, their head, and each row. */
const tableHeadMm = 3 + 7.2
const rowMm = 5.62
/** Fewer rows of a table than these are not left alone at the foot of a page. */
const rowsTogether = 3

/** A block on a page; of a table, those of its rows that stand there. */
export interface PouredBlock {
  readonly key: number
  readonly block: PaperBlock
  readonly rows: readonly TableRow[]
}
export type PouredPage = readonly PouredBlock[]

interface Pouring {
  readonly pages: PouredBlock[][]
  leftMm: number
}

const rowsThatFit = (leftMm: number): number => Math.max(0, Math.floor((leftMm - tableHeadMm) / rowMm))

function turnPage(pouring: Pouring, { further }: BlockHeights): void {
  pouring.pages.push([])
  pouring.leftMm = further
}

function put({ pages }: Pouring, poured: PouredBlock): void {
  pages.at(-1)?.push(poured)
}

function putWhole(pouring: Pouring, poured: PouredBlock, heights: BlockHeights): void {
  put(pouring, poured)
  pouring.leftMm -= heights.blocks[poured.key] ?? 0
}

function pourTable(pouring: Pouring, key: number, block: PaperBlock & { kind: 'table' }, heights: BlockHeights): void {
  const { table } = block
  for (let from = 0; from < table.rows.length; ) {
    const carried = from === 0 ? [] : broughtForwardRow(table, table.rows.slice(0, from))
    const left = table.rows.length - from
    const fitting = rowsThatFit(pouring.leftMm) - carried.length
    if (fitting < Math.min(left, rowsTogether)) {
      turnPage(pouring, heights)
      continue
    }
    // A total never stands alone on the last page.
    const taken = left - fitting === 1 ? fitting - 1 : Math.min(left, fitting)
    const rows = [...carried, ...table.rows.slice(from, from + taken)]
    put(pouring, { key, block, rows })
    pouring.leftMm -= tableHeadMm + rows.length * rowMm
    from += taken
  }
}

/** What has to stand on the page on which a block begins: a heading never stands at the foot of one. */
function neededMm(blocks: readonly PaperBlock[], heights: BlockHeights, at: number): number {
  const block = blocks[at]
  const heightMm = heights.blocks[at] ?? 0
  if (block?.kind === 'table') return tableHeadMm + Math.min(block.table.rows.length, rowsTogether) * rowMm
  return block?.kind === 'heading' ? heightMm + neededMm(blocks, heights, at + 1) : heightMm
}

/**
 * Lays blocks on pages, in their order: none is cut, a heading stands with what it is the heading of, and a table goes on on the next page
 * under its head, with what it goes on from. Rule: D27.
 */
export function pourBlocks(blocks: readonly PaperBlock[], heights: BlockHeights): readonly PouredPage[] {
  const pouring: Pouring = { pages: [[]], leftMm: heights.first }
  for (const [key, block] of blocks.entries()) {
    const isFull = startsPage(blocks, key) || neededMm(blocks, heights, key) > pouring.leftMm
    if (isFull && pouring.pages.at(-1)?.length !== 0) turnPage(pouring, heights)
    if (block.kind === 'table') pourTable(pouring, key, block, heights)
    else putWhole(pouring, { key, block, rows: [] }, heights)
  }
  return pouring.pages
}

/** A table that begins a page takes its heading along. */
function startsPage(blocks: readonly PaperBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return next?.kind === 'table' && next.startsPage === true
  return block?.kind === 'table' && block.startsPage === true && blocks[at - 1]?.kind !== 'heading'
}
