import { expect, test } from 'vitest'
import {
  linesOnFirstPage,
  linesOnFurtherPage,
  paginateStatement,
} from '../../../renderer/documents/paginate-statement.ts'
import { sampleStatement } from '../../core/documents/support/sample-papers.ts'

test.each([0, 1, 24, 25, 26, 27, 60, 61, 62, 63, 64, 200])(
  '[D13] a statement of %i operations shows each once, on full pages',
  count => {
    const statement = sampleStatement(count)
    const pages = paginateStatement(statement)
    const lines = pages.flat()
    expect(lines.flatMap(line => (line.kind === 'operation' ? [line.row] : []))).toEqual(statement.rows)
    expect(lines.at(0)).toEqual({ kind: 'opening', balanceMinor: statement.openingMinor })
    expect(lines.at(-1)).toEqual({ kind: 'closing', balanceMinor: statement.closingMinor })
    expect(lines.filter(line => line.kind === 'closing' || line.kind === 'opening')).toHaveLength(2)
    pages.forEach((page, place) => {
      const room = place === 0 ? linesOnFirstPage : linesOnFurtherPage
      expect(page.length).toBeLessThanOrEqual(room)
      if (place < pages.length - 1) expect(page.length).toBe(room)
    })
  },
)

test('[D13] a further page begins with the balance that the page before ended with', () => {
  const pages = paginateStatement(sampleStatement(120))
  expect(pages.length).toBeGreaterThan(2)
  pages.slice(1).forEach((page, place) => {
    const last = pages[place]?.at(-1)
    expect(page[0]).toEqual({
      kind: 'brought-forward',
      balanceMinor: last?.kind === 'operation' ? last.row.balanceMinor : last?.balanceMinor,
    })
  })
})
