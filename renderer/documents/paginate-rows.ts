/** Rows page by page: so many below the head of the first page, so many below the running head of the others; at least one page. */
export function paginateRows<Row>(
  rows: readonly Row[],
  { first, further }: { readonly first: number; readonly further: number },
): readonly (readonly Row[])[] {
  const pages: (readonly Row[])[] = [rows.slice(0, first)]
  for (let from = first; from < rows.length; from += further) pages.push(rows.slice(from, from + further))
  return pages
}
