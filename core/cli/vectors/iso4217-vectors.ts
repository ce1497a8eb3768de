import { z } from 'zod'
import { isCurrencyCode, minorUnitOf } from '../../money/currency.ts'
import { iso4217 } from '../../money/iso4217.ts'
import { isCashIncrement, roundCash } from '../../money/round-cash.ts'
import { roundDecimals } from '../../money/rounding.ts'
import { exactMinor, figureSchema, inUnits, plainFigure } from './decimal-figure.ts'
import { firstDifference, hasField, type VectorCase, type VectorKind, vectorCase } from './vector-kind.ts'

const codeSchema = z.string().regex(/^[A-Z]{3}$/)

const currencySchema = z.looseObject({
  code: codeSchema,
  numeric: z.string(),
  name: z.string(),
  minorUnit: z.int().nullable(),
})

function currencyDifference({ code, numeric, name, minorUnit }: z.infer<typeof currencySchema>): string | null {
  if (minorUnit === null) return isCurrencyCode(code) ? `${code} has no minor unit and cannot hold amounts` : null
  if (!isCurrencyCode(code)) return `${code} is not known`
  return firstDifference([
    ['decimals', String(minorUnit), String(minorUnitOf(code))],
    ['number', numeric, iso4217[code].numeric],
    ['name', name.trim(), iso4217[code].name.trim()],
  ])
}

const exampleSchema = z.strictObject({
  currency: codeSchema.refine(isCurrencyCode),
  increment: figureSchema,
  mode: z.literal('half-up on the absolute value'),
  amount: figureSchema,
  expected: figureSchema,
  cashDifference: figureSchema,
})

/** The files show the difference in the currency's decimals, also where the amount has more. */
function exampleDifference(example: z.infer<typeof exampleSchema>): string | null {
  const decimals = minorUnitOf(example.currency)
  const incrementMinor = BigInt(exactMinor(example.increment, decimals).toString())
  if (!isCashIncrement(incrementMinor)) return `cash cannot be rounded to ${example.increment} ${example.currency}`
  const { amountMinor, difference } = roundCash(exactMinor(example.amount, decimals), incrementMinor)
  const shownDifference = roundDecimals(difference, 0, 'half-up')
  return firstDifference([
    ['cash', plainFigure(example.expected), inUnits(amountMinor, decimals)],
    ['difference', plainFigure(example.cashDifference), inUnits(shownDifference, decimals)],
  ])
}

const incrementsSchema = z.looseObject({ increment: figureSchema, alternatives: z.array(figureSchema).optional() })

function incrementDifference(code: string, increments: z.infer<typeof incrementsSchema>): string | null {
  if (!isCurrencyCode(code)) return `${code} is not known`
  const missing = [increments.increment, ...(increments.alternatives ?? [])].find(
    increment => !isCashIncrement(BigInt(exactMinor(increment, minorUnitOf(code)).toString())),
  )
  return missing === undefined ? null : `cash cannot be rounded to ${missing} ${code}`
}

const retiredSchema = z.looseObject({ code: codeSchema })

const fileSchema = z.object({
  currencies: z.array(z.unknown()),
  cashRounding: z.record(z.string(), z.unknown()),
  cashRoundingExamples: z.array(z.unknown()),
  retired: z.array(z.unknown()),
})

/** Codes that are gone from the list; those whose code lives on under a later name are in it. */
function retiredCases(retired: readonly unknown[], currencies: readonly unknown[]): readonly VectorCase[] {
  const current = new Set(currencies.map(currency => retiredSchema.safeParse(currency).data?.code))
  const gone = new Set(retired.map(currency => retiredSchema.safeParse(currency).data?.code ?? 'unnamed'))
  return [...gone]
    .filter(code => !current.has(code))
    .map(code =>
      vectorCase({ code }, `retired-${code}`, retiredSchema, () =>
        isCurrencyCode(code) ? `${code} is withdrawn and still taken` : null,
      ),
    )
}

const codeOf = (currency: unknown): string => retiredSchema.safeParse(currency).data?.code ?? 'unnamed'

/** ISO 4217: the currencies with their decimals, how cash is rounded, and the codes that are gone. Rules: M1, M7. */
export const iso4217Vectors: VectorKind = {
  name: 'ISO 4217 currencies',
  recognises: hasField('schema', 'mfi-iso4217/1'),
  casesOf: content => {
    const { currencies, cashRounding, cashRoundingExamples, retired } = fileSchema.parse(content)
    return [
      ...currencies.map(currency => vectorCase(currency, codeOf(currency), currencySchema, currencyDifference)),
      ...Object.entries(cashRounding).map(([code, increments]) =>
        vectorCase(increments, `cash-increment-${code}`, incrementsSchema, parsed => incrementDifference(code, parsed)),
      ),
      ...cashRoundingExamples.map((example, place) =>
        vectorCase(example, `cash-example-${place + 1}`, exampleSchema, exampleDifference),
      ),
      ...retiredCases(retired, currencies),
    ]
  },
}
