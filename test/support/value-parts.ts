/** The value with one part of it replaced, taken out (`undefined`) or put in. */
export function withPart(value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[name] = withPart(copy[name], rest, part)
  return copy
}
