import type { Portions } from '../../loan-life/portions.ts'
import { inUnits, plainFigure } from './decimal-figure.ts'

export type Pair = readonly [what: string, expected: string, actual: string]
/** What a file says beside an amount; nothing where it asserts none. */
export type Figure = readonly [what: string, expected: string | null | undefined, actualMinor: bigint]

/** Figures beside amounts, both as text in whole units; what is not asserted is left out. */
export const figurePairs = (of: string, figures: readonly Figure[], decimals: number): readonly Pair[] =>
  figures.flatMap(([what, expected, actualMinor]) =>
    expected === null || expected === undefined
      ? []
      : [[`${what} of ${of}`, plainFigure(expected), inUnits(actualMinor, decimals)] as const],
  )

/** An amount's components, as files name them. */
export type ComponentFigures = { readonly [Component in keyof Portions]?: Figure[1] }

export const componentFigures = (
  { principal, interest, fees, penalties }: ComponentFigures,
  actual: Portions,
): readonly Figure[] => [
  ['principal', principal, actual.principal],
  ['interest', interest, actual.interest],
  ['fees', fees, actual.fees],
  ['penalties', penalties, actual.penalties],
]

/** A row's components, where principal and interest are those that are due with it. */
export const rowFigures = (
  {
    principalDue: principal,
    interestDue: interest,
    ...charges
  }: Omit<ComponentFigures, 'principal' | 'interest'> & {
    readonly principalDue: Figure[1]
    readonly interestDue: Figure[1]
  },
  actual: Portions,
): readonly Figure[] => componentFigures({ ...charges, principal, interest }, actual)
