import type { PaperTable } from '../table-cells.ts'

/** A name and what it is. A figure reads from left to right in every language. */
export interface PaperFact {
  readonly name: string
  readonly value: string
  readonly isFigure?: boolean
}

/** A part of a paper that stands on one page, but for a table, whose rows go on on the next. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Of a letter: what it is written for. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'clause'; readonly number: string; readonly title: string; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  /** What matters most, in large figures. */
  | { readonly kind: 'highlights'; readonly facts: readonly PaperFact[] }
  | { readonly kind: 'facts'; readonly facts: readonly PaperFact[] }
  | { readonly kind: 'table'; readonly table: PaperTable; readonly startsPage?: boolean }
  /** What is signed, if it is not the paper as a whole, and by whom. */
  | {
      readonly kind: 'signatures'
      readonly text?: string
      readonly people: readonly { readonly role: string; readonly name: string }[]
    }

/** A paper in its words, to be laid on as many pages as it takes. */
export interface BlockPaper {
  readonly title: string
  /** Below the title: what it is the paper of, and of which day. */
  readonly facts: readonly string[]
  readonly blocks: readonly PaperBlock[]
}
