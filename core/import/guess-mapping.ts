import { headerWords } from './header-words.ts'
import { fieldsOfKind, type ImportField, type ImportKind, type Mapping } from './import-kinds.ts'

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Which column is which field of the kind, by what stands over it: the same words first, then a heading that begins with them. A column is
 * one field, the first that fits. Rule: N7.
 */
export function guessMapping(columns: readonly string[], kind: ImportKind): Mapping {
  const headings = columns.map(folded)
  const { required, optional } = fieldsOfKind[kind]
  const mapping: Partial<Record<ImportField, number>> = {}
  const likenesses = [
    (heading: string, word: string) => heading === word,
    (heading: string, word: string) => word.length > 2 && heading.startsWith(word),
  ]
  for (const isLike of likenesses)
    for (const field of [...required, ...optional]) {
      const words = headerWords[field].map(folded)
      const free = (place: number): boolean => !Object.values(mapping).includes(place)
      const place = headings.findIndex((heading, at) => free(at) && words.some(word => isLike(heading, word)))
      if (mapping[field] === undefined && place >= 0) mapping[field] = place
    }
  return mapping
}
