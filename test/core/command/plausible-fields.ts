import fc from 'fast-check'
import { z } from 'zod'

type Schema = z.core.$ZodType

/** Where a value of a command stands, and what its schema allows there. */
export interface Place {
  readonly path: readonly string[]
  readonly schema: Schema
}

/** What the books at hand hold, by the name of the field that would name it. */
export type NamedValues = Readonly<Record<string, readonly unknown[]>>

/** What stands for a field of any name; a schema takes what it accepts of them. */
const anyValues: readonly unknown[] = [
  ...['KES', 'USD', '001', '002', 'NEW1', 'OFF1', 'Joy Naliaka', 'INV-17', 'a bowl of oranges', 'Plot 7, Oginga Road'],
  ...['1110', '1130', '2110', '2270', '5400', '5430', '9999', 'basic-savings', 'passbook-savings', 'rainy-day'],
  ...['2026-03-02', '2026-03-03', '2026-02-28', '1899-12-31', '2199-12-31', '2026-02', '2026-03', '+254711223344'],
  ...['27318842', 'QWERTYUI', '0', '1', '0.05', '12.5', 'a'.repeat(26), 'A'.repeat(43)],
  ...[1n, 2n, 100n, 49_999n, 50_000n, 50_001n, 250_000n, 20_000_000n, 20_000_001n, 10n ** 15n - 1n],
  ...[0, 1, 2, 9, 12, 28, 31, 100, 365, 1000, 2025, 2026, 10_000, true, false],
  ...[new Uint8Array([1, 2, 3]), new TextEncoder().encode('%PDF-1.7')],
]

const inner = (schema: Schema): Schema | null => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.def.innerType
  return null
}

function fitting(schema: Schema, name: string, named: NamedValues): readonly unknown[] {
  const values = [...(named[name] ?? []), ...(named.anyId ?? []), ...anyValues]
  const fit = values.filter(value => z.safeParse(schema, value).success)
  if (fit.length === 0) throw new Error(`no value fits ${name}: give it one in plausible-fields.ts`)
  return fit
}

/** Values that a schema accepts field by field, with what the books hold wherever a field names it. */
export function plausible(schema: Schema, name: string, named: NamedValues): fc.Arbitrary<unknown> {
  const unwrapped = inner(schema)
  if (unwrapped) return fc.option(plausible(unwrapped, name, named), { nil: undefined })
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option: Schema) => plausible(option, name, named)))
  if (schema instanceof z.ZodArray) return fc.array(plausible(schema.element, name, named), { maxLength: 3 })
  if (schema instanceof z.ZodTuple)
    return fc.tuple(...schema.def.items.map((item: Schema) => plausible(item, name, named)))
  if (schema instanceof z.ZodObject) return fc.record(fieldsOf(schema, named))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  return fc.constantFrom(...fitting(schema, name, named))
}

const fieldsOf = (schema: z.ZodObject, named: NamedValues): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, plausible(field, name, named)]))

/** Every place of a schema that a value has or could have: what is left out may be put in. */
export function placesOf(schema: Schema, value: unknown, path: readonly string[] = []): readonly Place[] {
  const unwrapped = inner(schema)
  if (unwrapped && value !== undefined) return placesOf(unwrapped, value, path)
  const here = path.length > 0 ? [{ path, schema }] : []
  if (schema instanceof z.ZodUnion) {
    const taken = schema.options.find((option: Schema) => z.safeParse(option, value).success)
    return taken ? [...here, ...placesOf(taken, value, path).slice(1)] : here
  }
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return [...here, ...value.flatMap((part, place) => placesOf(schema.element, part, [...path, `${place}`]))]
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return here
  const fields = Object.entries(schema.shape)
  return [...here, ...fields.flatMap(([name, field]) => placesOf(field, Reflect.get(value, name), [...path, name]))]
}
