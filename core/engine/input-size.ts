const depthMax = 12
const weightMax = 1_000_000
/** Beyond any number that a field takes, and still quick to compare. */
const wholeNumberMax = 10n ** 40n

/** Names that reach an object's prototype. Nothing in the program has a field of such a name. */
const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export type InputFault = 'too-large' | 'too-deep' | 'unknown-field'

/**
 * Weighs what came over the port before anything reads it: about one for each letter, byte and value, at most a million, and
 * at most twelve levels deep, so that neither a giant nor a cycle costs more than a moment. Null when it may be parsed.
 */
export function weighInput(input: unknown): InputFault | null {
  let weight = 0
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    weight += weightOf(value)
    if (weight > weightMax) return 'too-large'
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    if (depth >= depthMax) return 'too-deep'
    for (const name of Object.keys(value)) {
      if (prototypeNames.has(name)) return 'unknown-field'
      weight += name.length
      waiting.push({ value: Reflect.get(value, name), depth: depth + 1 })
    }
  }
  return null
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 1
  if (typeof value === 'bigint') return value > wholeNumberMax || value < -wholeNumberMax ? weightMax + 1 : 1
  if (ArrayBuffer.isView(value)) return value.byteLength + 1
  // A sparse array has no names to count, but whoever walks it walks its whole length.
  if (Array.isArray(value)) return value.length + 1
  return 1
}
