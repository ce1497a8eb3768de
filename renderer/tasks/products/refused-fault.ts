import type { ProductFault } from '../../../core/products/product-check.ts'
import type { Refusal } from '../../../core/refusal.ts'

const underProduct = /(?:^|\.)product\.(.+)$/

/** The field of the form that a refusal of the engine names, if it names one. */
export function refusedFault(refusal: Refusal | undefined): ProductFault | undefined {
  if (refusal?.type !== 'field-invalid') return undefined
  const [, field] = underProduct.exec(refusal.field) ?? []
  return field === undefined ? undefined : { field, rule: refusal.rule }
}
