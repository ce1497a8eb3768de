import type { Product } from './product.ts'

/** A term that two versions of a product do not share: its path, such as `fees.perOperationMinor`; absent where it is not said. */
export interface ProductDifference {
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** What a version changed, in the order of the fields; the number of the version itself is none of it. Rule: P4. */
export function productDifferences(before: Product, after: Product): readonly ProductDifference[] {
  const old = new Map(termsOf(before))
  const now = new Map(termsOf(after))
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter(field => field !== 'version' && old.get(field) !== now.get(field))
    .map(field => {
      const [was, is] = [old.get(field), now.get(field)]
      return { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }
    })
}

/** Every plain term under a product, by its path. */
export function termsOf(value: unknown, path = ''): readonly (readonly [field: string, text: string])[] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, part]) => termsOf(part, path === '' ? name : `${path}.${name}`))
}
