/** A number from a query: digits only, within what is exact. Null for anything else. */
export function wholeNumber(text: unknown): number | null {
  return typeof text === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null
}
