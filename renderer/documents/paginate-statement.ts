import type { StatementModelRow } from '../../core/documents/document-model.ts'

/** A line of the table: an operation, or the balance at the beginning, at the top of a further page, or at the end. */
export type StatementLine =
  | { readonly kind: 'operation'; readonly row: StatementModelRow }
  | { readonly kind: 'opening' | 'brought-forward' | 'closing'; readonly balanceMinor: bigint }

export interface StatementPaging {
  readonly openingMinor: bigint
  readonly closingMinor: bigint
  readonly rows: readonly StatementModelRow[]
}

/** Lines that fit below the head of the first page and below the running head of the others, on A4. */
export const linesOnFirstPage = 27
export const linesOnFurtherPage = 38

/** The statement's lines page by page; every page begins with the balance that its lines go on from. */
export function paginateStatement({
  openingMinor,
  closingMinor,
  rows,
}: StatementPaging): readonly (readonly StatementLine[])[] {
  const pages: StatementLine[][] = []
  let page: StatementLine[] = [{ kind: 'opening', balanceMinor: openingMinor }]
  let balanceMinor = openingMinor
  for (const row of rows) {
    if (page.length === roomOn(pages.length)) {
      pages.push(page)
      page = [{ kind: 'brought-forward', balanceMinor }]
    }
    page.push({ kind: 'operation', row })
    balanceMinor = row.balanceMinor
  }
  if (page.length === roomOn(pages.length)) {
    pages.push(page)
    page = [{ kind: 'brought-forward', balanceMinor }]
  }
  page.push({ kind: 'closing', balanceMinor: closingMinor })
  return [...pages, page]
}

const roomOn = (pagesBefore: number): number => (pagesBefore === 0 ? linesOnFirstPage : linesOnFurtherPage)
