import { nationalDigits } from './calling-code.ts'
import { foldText, foldWords } from './fold-text.ts'

/** What a client is searched by besides the name. */
export interface ClientNumbers {
  readonly number: string
  readonly phone: string | null
  readonly idNumberFolded: string | null
}

/** A number that is looked for by its end stands in the index backwards, behind a sign that no folded text has. */
export const endingKey = (folded: string): string => `~${[...folded].reverse().join('')}`

/** A readable number is found from the beginning and from the end. */
export const numberKeys = (number: string): readonly string[] => [foldText(number), endingKey(foldText(number))]

/** The keys of a client: number, ID number, phone with and without calling code and zero, and the ends of number and phone. */
export function clientKeys({ number, phone, idNumberFolded }: ClientNumbers): readonly string[] {
  const phoneKeys = phone ? [...numberKeys(phone), nationalDigits(phone).replace(/^0+/, '')] : []
  return [...new Set([...numberKeys(number), ...phoneKeys, ...(idNumberFolded ? [idNumberFolded] : [])])]
}

/** A name that is looked for as a group's, behind a sign that no folded text has: a person's name is no group's. */
export const groupNameKey = (folded: string): string => `#${folded}`

/** The keys of a group: its number, and its name from the beginning of each of its words on. */
export function groupKeys({ number, name }: { readonly number: string; readonly name: string }): readonly string[] {
  const words = foldWords(name).split(' ').filter(Boolean)
  const names = words.map((_, place) => groupNameKey(words.slice(place).join('')))
  return [...new Set([...numberKeys(number), ...names])]
}

/** The words of a name: each as it is written, and the parts of one that is joined by a hyphen or apostrophe. */
export const nameWords = (name: string): readonly string[] =>
  name.split(/\s+/).flatMap(word => {
    const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldText)
    return [...new Set([foldWords(word), ...parts])].filter(Boolean)
  })
