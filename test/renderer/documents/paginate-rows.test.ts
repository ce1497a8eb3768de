import { expect, test } from 'vitest'
import { paginateRows } from '../../../renderer/documents/paginate-rows.ts'

test.each([0, 1, 19, 20, 21, 43, 44, 45, 200])(
  '[D17] a list of %i operations shows each once, on full pages',
  count => {
    const rows = Array.from({ length: count }, (_none, place) => place)
    const pages = paginateRows(rows, { first: 20, further: 24 })
    expect(pages.flat()).toEqual(rows)
    expect(pages.map(page => page.length).slice(0, -1)).toEqual(
      pages.slice(0, -1).map((_page, at) => (at === 0 ? 20 : 24)),
    )
    expect(pages.at(-1)?.length ?? 0).toBeLessThanOrEqual(pages.length === 1 ? 20 : 24)
  },
)
