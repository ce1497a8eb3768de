const textMax = 120

/**
 * A free text as it may stand in a comment or in quotes: letters of every script with their joiners, digits and a few signs. Everything that one of the
 * tools reads as more than text becomes a space: a colon or a comma would begin a tag, brackets a date, a semicolon a comment.
 * Rule: X5.
 */
export const harmlessText = (text: string): string =>
  [
    ...text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}\p{Join_Control} .+\-/%&#']/gu, ' ')
      .replace(/ +/g, ' '),
  ]
    .slice(0, textMax)
    .join('')
    .trim()

/** What an operation is called in an export, from its type alone: `savings.deposited` is `Savings deposited`. */
export function operationText(type: string): string {
  const words = type.replace(/[^a-z]+/g, ' ').trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
