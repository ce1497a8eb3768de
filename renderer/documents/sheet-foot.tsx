import type { ReactNode } from 'react'
import type { PaperWords } from './paper-words.ts'
import sheet from './sheet.module.css'

interface SheetFootProps {
  readonly model: { readonly printedAt: string; readonly printedBy: string; readonly deviceCode: string }
  readonly words: Pick<PaperWords, 'labels' | 'time' | 'number'>
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Above who printed it. */
  readonly children?: ReactNode
}

/** The foot of every A4 page of a paper: when, by whom and on which device it was printed, and which page of how many it is. */
export const SheetFoot = ({ model, words: { labels, time, number }, page, pages, children }: SheetFootProps) => (
  <footer className={sheet.foot}>
    <div>
      {children}
      {labels.printedAt} {time(model.printedAt)}, <bdi>{model.printedBy}</bdi>, {labels.device}{' '}
      <bdi>{model.deviceCode}</bdi>
    </div>
    <div className={sheet.page}>{labels.page(number(page), number(pages))}</div>
  </footer>
)
