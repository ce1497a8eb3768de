import type { ReactNode } from 'react'
import { type BlockModel, blockPaper } from '../../core/documents/loan-papers/block-paper.ts'
import type { BlockPaper } from '../../core/documents/loan-papers/paper-blocks.ts'
import type { BlockHeights } from './block-heights.ts'
import classes from './block-sheets.module.css'
import { BlockView } from './block-view.tsx'
import { type PaperWords, paperWords } from './paper-words.ts'
import { type PouredPage, pourBlocks } from './pour-blocks.ts'
import sheet from './sheet.module.css'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead } from './sheet-head.tsx'

interface BlockSheetsProps {
  readonly model: BlockModel
  /** Absent when it is drawn to be measured. */
  readonly heights: BlockHeights | undefined
}

/** A paper of words and tables on as many A4 pages as it takes: in one piece first, and once it is known how high each part is, page by page. */
export function BlockSheets({ model, heights }: BlockSheetsProps) {
  const words = paperWords(model)
  const paper = blockPaper(model)
  const part = { model, words, paper }
  const pages = heights ? pourBlocks(paper.blocks, heights) : [inOnePiece(paper)]
  return (
    <main dir={words.direction} lang={words.language}>
      {pages.map((page, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and its pages never move
        <section className={sheet.sheet} data-whole={!heights || undefined} key={place}>
          {place === 0 && <Head {...part} />}
          {(place > 0 || !heights) && <RunningHead {...part} />}
          {page.map(({ key, block, rows }) => (
            <Part name="block" key={key}>
              <BlockView block={block} rows={rows} words={words} />
            </Part>
          ))}
          <div className={classes.foot} data-part="foot">
            <SheetFoot model={model} words={words} page={place + 1} pages={pages.length} />
          </div>
        </section>
      ))}
    </main>
  )
}

const inOnePiece = ({ blocks }: BlockPaper): PouredPage =>
  blocks.map((block, key) => ({ key, block, rows: block.kind === 'table' ? block.table.rows : [] }))

/** Measured with all the space around it. */
const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className={classes.part} data-part={name}>
    {children}
  </div>
)

interface PartProps {
  readonly model: BlockModel
  readonly words: PaperWords
  readonly paper: BlockPaper
}

const Head = ({ model, paper }: PartProps) => (
  <Part name="head">
    <SheetHead model={model} title={paper.title} hasRosette>
      {paper.facts.map(fact => (
        <div key={fact}>{fact}</div>
      ))}
    </SheetHead>
  </Part>
)

const RunningHead = ({ model, paper }: PartProps) => (
  <Part name="running">
    <header className={sheet.running}>
      <bdi>{model.institutionName}</bdi>
      <span>{paper.title}</span>
      <span>
        {paper.facts.map((fact, place) => (
          <span key={fact}>
            {place > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </span>
    </header>
  </Part>
)
