import { z } from 'zod'
import { roleSchema } from '../authority/roles.ts'
import { oversees } from '../decision/oversees.ts'
import { currencySchema } from '../money/currency.ts'
import { denominationCountSchema } from '../money/denominations.ts'
import { nameSchema, passphraseSchema, staffCodeSchema } from '../text-fields.ts'
import { templateLanguages } from './template-names.ts'

export const branchCodeSchema = z.string().regex(/^\d{3}$/, { error: 'not-a-branch-code' })

/** What founding an institution takes: the rest (chart, products, limits) comes from the template. */
export const foundingSchema = z.strictObject({
  institutionName: nameSchema,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'not-a-country' }),
  currency: currencySchema,
  template: z.literal('microfinance'),
  /** In which the template names its accounts and products; English when it is left out. */
  language: z.enum(templateLanguages).optional(),
  /** The month in which the fiscal year begins; January when left out. */
  fiscalYearStartMonth: z.int().min(1).max(12).optional(),
  branch: z.strictObject({
    code: branchCodeSchema,
    name: nameSchema,
  }),
  staff: z
    .array(
      z.strictObject({
        code: staffCodeSchema,
        name: nameSchema,
        role: roleSchema,
        passphrase: passphraseSchema,
      }),
    )
    .min(1)
    .max(20)
    .refine(staff => new Set(staff.map(person => person.code)).size === staff.length, { error: 'repeated-code' })
    .refine(staff => staff.some(oversees), {
      error: 'nobody-manages',
    }),
  /** The cash that lies in the vault on the first day; booked against paid-in capital. */
  openingVault: denominationCountSchema,
})
export type Founding = z.infer<typeof foundingSchema>
