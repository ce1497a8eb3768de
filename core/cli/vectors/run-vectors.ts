import type { VectorCase } from './vector-kind.ts'
import { kindsNotRun, vectorKinds } from './vector-kinds.ts'

export interface Remark {
  readonly id: string
  readonly text: string
}

export interface LeftOut {
  readonly what: string
  readonly of: readonly string[]
}

/** What became of one file. A file that cannot be read, or is of no known kind, counts as one case that does not agree. */
export type FileReport =
  | {
      readonly type: 'run'
      readonly kind: string
      readonly agreed: number
      readonly differing: readonly Remark[]
      readonly notAsserted: readonly Remark[]
      /** What of cases that are counted is not compared, with the cases that it is left out of. */
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly type: 'not-run'; readonly kind: string; readonly because: string }
  | { readonly type: 'not-readable'; readonly because: string }

export const countDiffering = (report: FileReport): number =>
  report.type === 'run' ? report.differing.length : report.type === 'not-readable' ? 1 : 0

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A case that breaks the program differs: this command is an edge, and one broken case does not hide the others. */
function differenceIn({ difference }: VectorCase): string | null {
  try {
    return difference()
  } catch (error) {
    return `broke: ${messageOf(error)}`
  }
}

function leftOutOf(cases: readonly VectorCase[]): readonly LeftOut[] {
  const by = new Map<string, string[]>()
  for (const { id, leftOut } of cases) for (const what of leftOut()) by.set(what, [...(by.get(what) ?? []), id])
  return [...by].map(([what, of]) => ({ what, of }))
}

function runCases(kind: string, cases: readonly VectorCase[]): FileReport {
  const asserted = cases.filter(({ notAsserted }) => notAsserted === null)
  const differing = asserted.flatMap(asked => {
    const text = differenceIn(asked)
    return text === null ? [] : [{ id: asked.id, text }]
  })
  const notAsserted = cases.flatMap(({ id, notAsserted: text }) => (text === null ? [] : [{ id, text }]))
  const agreed = asserted.length - differing.length
  return { type: 'run', kind, agreed, differing, notAsserted, leftOut: leftOutOf(asserted) }
}

/** Runs every case of a file of reference figures through the public functions. Rule: I9. */
export function runVectors(json: string): FileReport {
  try {
    const content: unknown = JSON.parse(json)
    const skipped = kindsNotRun.find(({ recognises }) => recognises(content))
    if (skipped) return { type: 'not-run', kind: skipped.name, because: skipped.because }
    const kind = vectorKinds.find(({ recognises }) => recognises(content))
    if (kind) return runCases(kind.name, kind.casesOf(content))
    return { type: 'not-readable', because: 'a kind of file that this program does not know' }
  } catch (error) {
    return { type: 'not-readable', because: messageOf(error) }
  }
}
