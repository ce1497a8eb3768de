import { foldWords } from '../../../core/customers/fold-text.ts'
import type { TypedTerms } from './product-form.ts'

const idOf = (name: string): string =>
  foldWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)

/** A name proposes the identifier that goes with it, until the person has typed another. */
export function proposedId(terms: TypedTerms, field: string, text: string): TypedTerms {
  const isOwn = (terms.productId ?? '') !== idOf(terms.name ?? '')
  return field === 'name' && !isOwn ? { productId: idOf(text) } : {}
}
