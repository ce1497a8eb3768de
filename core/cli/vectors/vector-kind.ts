import { z } from 'zod'

/** One case of a file of reference figures. `notAsserted` says why it is listed and not counted. */
export interface VectorCase {
  readonly id: string
  readonly notAsserted: string | null
  /** What of it is not compared, in words; nothing where all of it is. */
  readonly leftOut: () => readonly string[]
  /** Runs the case. What differs, in words; null when the figures agree. */
  readonly difference: () => string | null
}

/** One format of such files, with the public functions that it is compared with. */
export interface VectorKind {
  readonly name: string
  readonly recognises: (content: unknown) => boolean
  readonly casesOf: (content: unknown) => readonly VectorCase[]
}

/** True for content that has a field with one of the values. */
export const hasField =
  (field: string, ...values: readonly string[]) =>
  (content: unknown): boolean =>
    z.looseObject({ [field]: z.enum(values) }).safeParse(content).success

/** What a case says about itself: any may, in any kind of file. */
const labelSchema = z.object({
  id: z.string().optional(),
  source: z.string().optional(),
  origin: z.string().optional(),
  description: z.string().optional(),
  featureTags: z.array(z.string()).optional(),
  note: z.string().optional(),
  /** The names of some figures stand for the whole case. */
  doNotAssert: z.union([z.boolean(), z.array(z.string())]).optional(),
  reproduced: z.boolean().nullish(),
})
const labels: readonly string[] = Object.keys(labelSchema.shape)

function reasonNotToAssert({ doNotAssert = false, reproduced, note }: z.infer<typeof labelSchema>): string | null {
  const isMarked = typeof doNotAssert === 'boolean' ? doNotAssert : doNotAssert.length > 0
  if (isMarked) return note ?? 'marked not to be asserted'
  return reproduced === false ? (note ?? 'nobody has reproduced the figures') : null
}

const withoutLabel = (given: unknown): unknown =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).filter(([field]) => !labels.includes(field)))
    : given

/**
 * A case from its JSON: what the schema, which sees it without its label, does not understand is a difference, so that nothing is passed over in silence.
 * Marked `doNotAssert` or `reproduced: false`, it is listed with its reason.
 */
export function vectorCase<T>(
  given: unknown,
  unnamed: string,
  schema: z.ZodType<T>,
  differenceIn: (parsed: T) => string | null,
  leftOutOf: (parsed: T) => readonly string[] = () => [],
): VectorCase {
  const label = labelSchema.safeParse(given).data
  const parse = () => schema.safeParse(withoutLabel(given))
  return {
    id: label?.id ?? unnamed,
    notAsserted: label ? reasonNotToAssert(label) : null,
    leftOut: () => {
      const { data } = parse()
      return data === undefined ? [] : leftOutOf(data)
    },
    difference: () => {
      const parsed = parse()
      return parsed.success ? differenceIn(parsed.data) : `not understood: ${z.prettifyError(parsed.error)}`
    },
  }
}

/** The first pair that differs, in words. */
export function firstDifference(
  pairs: readonly (readonly [what: string, expected: string, actual: string])[],
): string | null {
  const pair = pairs.find(([, expected, actual]) => expected !== actual)
  return pair ? `${pair[0]}: expected ${pair[1]}, got ${pair[2]}` : null
}
