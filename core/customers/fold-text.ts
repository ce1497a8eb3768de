/** A decimal digit of any script as 0 to 9: scripts number theirs in runs of ten. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** Digits of every script as 0 to 9; the rest stays. */
export const westernDigits = (text: string): string => text.replace(/\p{Nd}/gu, asciiDigit)

/** Names and numbers as they are compared: without case, accents, punctuation and spaces. Letters of every script stay; digits of every script are the same. */
export const foldText = (text: string): string =>
  westernDigits(text.normalize('NFKD'))
    .replace(/\p{M}|[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** As `foldText`, but words stay apart, for searching. */
export const foldWords = (text: string): string =>
  text
    .split(/\s+/)
    .map(word => foldText(word))
    .filter(Boolean)
    .join(' ')
