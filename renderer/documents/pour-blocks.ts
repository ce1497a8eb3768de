import type { PaperBlock } from '../../core/documents/loan-papers/paper-blocks.ts'
import type { TableRow } from '../../core/documents/table-cells.ts'
import type { BlockHeight, BlockHeights } from './block-heights.ts'
import { broughtForwardRow } from './brought-forward.ts'

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

interface Table {
  readonly key: number
  readonly block: PaperBlock & { readonly kind: 'table' }
  readonly height: BlockHeight
}

const nothing: BlockHeight = { heightMm: 0, rowMm: 0 }
const heightAt = ({ blocks }: BlockHeights, at: number): BlockHeight => blocks[at] ?? nothing

function turnPage(pouring: Pouring, { further }: BlockHeights): void {
  pouring.pages.push([])
  pouring.leftMm = further
}

function put({ pages }: Pouring, poured: PouredBlock): void {
  pages.at(-1)?.push(poured)
}

function putWhole(pouring: Pouring, poured: PouredBlock, { heightMm }: BlockHeight): void {
  put(pouring, poured)
  pouring.leftMm -= heightMm
}

const rowsThatFit = (leftMm: number, { heightMm, rowMm }: BlockHeight): number =>
  rowMm === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((leftMm - heightMm) / rowMm))

function pourTable(pouring: Pouring, { key, block, height }: Table, heights: BlockHeights): void {
  const { table } = block
  for (let from = 0; from < table.rows.length; ) {
    const carried = from === 0 ? [] : broughtForwardRow(table, table.rows.slice(0, from))
    const left = table.rows.length - from
    const fitting = rowsThatFit(pouring.leftMm, height) - carried.length
    if (fitting < Math.min(left, rowsTogether)) {
      turnPage(pouring, heights)
      continue
    }
    // A total never stands alone on the last page.
    const taken = left - fitting === 1 ? fitting - 1 : Math.min(left, fitting)
    const rows = [...carried, ...table.rows.slice(from, from + taken)]
    put(pouring, { key, block, rows })
    pouring.leftMm -= height.heightMm + rows.length * height.rowMm
    from += taken
  }
}

/** What has to stand on the page on which a block begins: a heading never stands at the foot of one. */
function neededMm(blocks: readonly PaperBlock[], heights: BlockHeights, at: number): number {
  const block = blocks[at]
  const { heightMm, rowMm } = heightAt(heights, at)
  if (block?.kind === 'table') return heightMm + Math.min(block.table.rows.length, rowsTogether) * rowMm
  return block?.kind === 'heading' ? heightMm + neededMm(blocks, heights, at + 1) : heightMm
}

/**
 * Lays blocks on pages, in their order: none is cut, a heading stands with what it is the heading of, and a table goes on on the next page
 * under its head, with what it goes on from. Rule: D27.
 */
export function pourBlocks(blocks: readonly PaperBlock[], heights: BlockHeights): readonly PouredPage[] {
  const pouring: Pouring = { pages: [[]], leftMm: heights.first }
  for (const [key, block] of blocks.entries()) {
    const height = heightAt(heights, key)
    const isFull = startsPage(blocks, key) || neededMm(blocks, heights, key) > pouring.leftMm
    if (isFull && pouring.pages.at(-1)?.length !== 0) turnPage(pouring, heights)
    if (block.kind === 'table') pourTable(pouring, { key, block, height }, heights)
    else putWhole(pouring, { key, block, rows: [] }, height)
  }
  return pouring.pages
}

/** A table that begins a page takes its heading along. */
function startsPage(blocks: readonly PaperBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return next?.kind === 'table' && next.startsPage === true
  return block?.kind === 'table' && block.startsPage === true && blocks[at - 1]?.kind !== 'heading'
}
