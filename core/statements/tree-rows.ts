import { type Chart, type ChartAccount, childrenOf } from '../ledger/chart.ts'
import { addFigures } from './figures.ts'
import type { Figures, RowLabel, SheetRow } from './statement-sheet.ts'

export type FiguresByAccount = ReadonlyMap<string, Figures>

interface Section {
  readonly label: RowLabel
  readonly depth: number
  readonly parent?: string
}

/**
 * A group of accounts as the chart's tree, each header with the sum of what stands under it and every account with its own figures; headers
 * without any are left out. A header that all of it stands under says no more than the section, and gives way to it. An account that the
 * chart does not have stands at the top.
 */
export function sectionRows(chart: Chart, figures: FiguresByAccount, section: Section): readonly SheetRow[] {
  const { label, depth, parent } = section
  const place = { id: label, label, depth, ...(parent === undefined ? {} : { parent }) }
  const strangers = [...figures.keys()].filter(code => !chart.has(code)).toSorted()
  const tops = nodesUnder(chart, figures, undefined)
  const [only] = tops
  const shown = only && tops.length === 1 && !only.account.posting && strangers.length === 0 ? only.under : tops
  return [
    { ...place, kind: 'group', figures: addFigures(figures.values()) },
    ...shown.flatMap(node => nodeRows(node, { depth: depth + 1, parent: label })),
    ...strangers.map(
      (code): SheetRow => ({
        id: `${label}/${code}`,
        kind: 'account',
        depth: depth + 1,
        parent: label,
        account: { code, name: code },
        figures: figures.get(code) ?? {},
      }),
    ),
  ]
}

interface Node {
  readonly account: ChartAccount
  readonly own: Figures | undefined
  readonly under: readonly Node[]
}

function nodesUnder(chart: Chart, figures: FiguresByAccount, code: string | undefined): readonly Node[] {
  return childrenOf(chart, code).flatMap(account => {
    const own = figures.get(account.code)
    const under = nodesUnder(chart, figures, account.code)
    return own || under.length > 0 ? [{ account, own, under }] : []
  })
}

const allOf = ({ own, under }: Node): readonly Figures[] => [...(own ? [own] : []), ...under.flatMap(allOf)]

function nodeRows(
  node: Node,
  { depth, parent }: { readonly depth: number; readonly parent: string },
): readonly SheetRow[] {
  const { code, name } = node.account
  const section = parent.split('/')[0] ?? parent
  const id = `${section}/${code}`
  const place = { id, depth, parent, account: { code, name } }
  if (node.under.length === 0) return [{ ...place, kind: 'account', figures: node.own ?? {} }]
  return [
    { ...place, kind: 'group', figures: addFigures(allOf(node)) },
    ...node.under.flatMap(child => nodeRows(child, { depth: depth + 1, parent: id })),
  ]
}
