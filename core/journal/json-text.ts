/** JSON with amounts as decimal text, as they stand in a record's bytes and in the books' columns. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
