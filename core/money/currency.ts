import { z } from 'zod'
import { iso4217 } from './iso4217.ts'

/** An ISO 4217 alphabetic code that has a minor unit. */
export type CurrencyCode = keyof typeof iso4217

export const isCurrencyCode = (text: string): text is CurrencyCode => Object.hasOwn(iso4217, text)

export const currencySchema = z.string().refine(isCurrencyCode, { message: 'unknown-currency' })

/** How many decimals the currency has: 0 (UGX), 2 (KES), 3 (TND) or 4 (CLF). */
export const minorUnitOf = (currency: CurrencyCode): number => iso4217[currency].minorUnit
