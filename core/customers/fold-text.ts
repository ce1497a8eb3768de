/** Names and numbers as they are compared: without case, accents, punctuation and spaces. Letters of every script stay. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** As `foldText`, but words stay apart, for searching. */
export const foldWords = (text: string): string =>
  text
    .split(/\s+/)
    .map(word => foldText(word))
    .filter(Boolean)
    .join(' ')
