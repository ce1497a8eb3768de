/** A JSON column's text: amounts become decimal text, as on the wire. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
