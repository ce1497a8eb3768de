/**
 * What a stored text says, parsed once while it is among the newest: the same text gives the same object, by which what was computed
 * from it is known again. It is changed by nobody.
 */
export function parsedTexts<T extends object>(keptMax: number, parse: (value: unknown) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return text => {
    const known = kept.get(text)
    if (known) return known
    const parsed = parse(JSON.parse(text))
    kept.set(text, parsed)
    for (const oldest of kept.keys()) {
      if (kept.size <= keptMax) break
      kept.delete(oldest)
    }
    return parsed
  }
}
