/** Keeps an amount, a name or a number in one piece, in its own direction, inside a text of the other direction. */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** The same for what is read from left to right in every language: a phone number, a pattern of digits. */
export const isolateLtr = (text: string): string => `\u2066${text}\u2069`
